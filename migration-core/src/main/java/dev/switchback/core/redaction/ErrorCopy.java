package dev.switchback.core.redaction;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Copies errors with all that hangs on them: causes, suppressed ones, and the next ones of an SQLException. */
final class ErrorCopy {

    private final UnaryOperator<String> clean;
    private final IdentityHashMap<Throwable, Throwable> copies = new IdentityHashMap<>();

    ErrorCopy(UnaryOperator<String> clean) {
        this.clean = clean;
    }

    /** Whether anything in it would have to be cleaned. */
    boolean isNeeded(Throwable error) {
        return isNeeded(error, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private boolean isNeeded(Throwable error, Set<Throwable> seen) {
        if (!seen.add(error)) {
            return false;
        }
        String text = error + "\n" + error.getMessage();
        if (!clean.apply(text).equals(text)) {
            return true;
        }
        if (error.getCause() != null && isNeeded(error.getCause(), seen)) {
            return true;
        }
        if (error instanceof SQLException sql
                && sql.getNextException() != null
                && isNeeded(sql.getNextException(), seen)) {
            return true;
        }
        for (Throwable suppressed : error.getSuppressed()) {
            if (isNeeded(suppressed, seen)) {
                return true;
            }
        }
        return false;
    }

    /** The same error with clean messages; of other types, because those of drivers can say more than their message. */
    Throwable of(Throwable error) {
        Throwable known = copies.get(error);
        if (known != null) {
            return known;
        }
        String message = error.getClass().getName()
                + Optional.ofNullable(error.getMessage())
                        .map(text -> ": " + clean.apply(text))
                        .orElse("");
        Throwable copy = error instanceof SQLException sql
                ? new SQLException(message, sql.getSQLState(), sql.getErrorCode())
                : new CleanException(message);
        copies.put(error, copy);
        copy.setStackTrace(error.getStackTrace());
        if (error.getCause() != null) {
            copy.initCause(of(error.getCause()));
        }
        for (Throwable suppressed : error.getSuppressed()) {
            copy.addSuppressed(of(suppressed));
        }
        if (copy instanceof SQLException first
                && error instanceof SQLException sql
                && sql.getNextException() != null
                && of(sql.getNextException()) instanceof SQLException next) {
            first.setNextException(next);
        }
        return copy;
    }

    /** Stands for an error whose message had a secret in it. */
    private static final class CleanException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CleanException(String message) {
            super(message);
        }

        /** Without the name of this class: the message begins with that of the class it stands for. */
        @Override
        @SuppressWarnings("OverrideThrowableToString")
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
