package dev.switchback.startup.spring;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.EngineNotFoundException;
import dev.switchback.api.error.SwitchbackException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what happened, the state of the database and the next step instead of a stack trace. */
final class StartFailureAnalyzer extends AbstractFailureAnalyzer<SwitchbackException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SwitchbackException cause) {
        boolean isSetUpWrong = cause instanceof ConfigurationException || cause instanceof EngineNotFoundException;
        String what = isSetUpWrong
                ? "The migrations are not set up as they should be: "
                : "The database is not as this application needs it: ";
        String description = what + cause.getMessage() + "\n\n"
                + "Code: " + cause.code() + "\n"
                + "State of the database: " + cause.databaseState();
        return new FailureAnalysis(description, SpringProperties.named(cause.nextStep()), cause);
    }
}
