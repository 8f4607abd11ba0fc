package org.jingzhun.identity.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence what is missing, instead of a stack trace. */
class NotReadyToStartAnalyzer extends AbstractFailureAnalyzer<NotReadyToStart> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, NotReadyToStart cause) {
        return new FailureAnalysis(cause.getMessage(), "See the table of settings in identity-service/README.md.", cause);
    }
}
