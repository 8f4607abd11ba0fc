package org.jingzhun.starter.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says it in one sentence instead of a stack trace. */
class SchemaNewerThanProgramAnalyzer extends AbstractFailureAnalyzer<SchemaNewerThanProgram> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SchemaNewerThanProgram cause) {
        return new FailureAnalysis(cause.getMessage(),
                "Start the release that this schema belongs to, or a later one; or restore the backup taken before the upgrade.",
                cause);
    }
}
