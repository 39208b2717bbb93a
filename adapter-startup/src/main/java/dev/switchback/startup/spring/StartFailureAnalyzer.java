package dev.switchback.startup.spring;

import dev.switchback.api.error.SwitchbackException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what happened, the state of the database and the next step instead of a stack trace. */
final class StartFailureAnalyzer extends AbstractFailureAnalyzer<SwitchbackException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SwitchbackException cause) {
        String description = "The database is not as this application needs it: " + cause.getMessage() + "\n\n"
                + "Code: " + cause.code() + "\n"
                + "State of the database: " + cause.databaseState();
        return new FailureAnalysis(description, cause.nextStep(), cause);
    }
}
