package org.jingzhun.starter.crypto;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in one sentence why a service does not start without its keys. */
class KeyRingUnusableAnalyzer extends AbstractFailureAnalyzer<KeyRingUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeyRingUnusable cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
