package vn.songhanh.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the one clear line in place of a stack trace. */
class DatabaseCannotStartAnalyzer extends AbstractFailureAnalyzer<DatabaseCannotStart> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseCannotStart cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
