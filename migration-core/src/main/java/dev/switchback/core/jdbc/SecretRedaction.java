package dev.switchback.core.jdbc;

import dev.switchback.api.config.Secret;
import dev.switchback.core.port.Redaction;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the secrets of the configuration out of texts and out of the causes of errors. */
public final class SecretRedaction implements Redaction {

    private static final String MASK = "********";

    private final List<String> secrets;

    /**
     * Creates a redactor.
     *
     * @param secrets what must not appear, as it is and percent-encoded
     */
    public SecretRedaction(Collection<Secret> secrets) {
        List<String> texts = new ArrayList<>();
        for (Secret secret : secrets) {
            String text = secret.reveal();
            if (!text.isEmpty()) {
                texts.add(text);
                texts.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
            }
        }
        this.secrets = List.copyOf(texts);
    }

    @Override
    public String clean(String text) {
        String cleaned = text;
        for (String secret : secrets) {
            cleaned = cleaned.replace(secret, MASK);
        }
        return cleaned;
    }

    @Override
    public Throwable clean(Throwable error) {
        return reveals(error, Collections.newSetFromMap(new IdentityHashMap<>())) ? new Cleaned(error, this) : error;
    }

    private boolean reveals(Throwable error, Set<Throwable> seen) {
        if (!seen.add(error)) {
            return false;
        }
        String text = String.valueOf(error);
        if (!clean(text).equals(text)) {
            return true;
        }
        Throwable cause = error.getCause();
        if (cause != null && reveals(cause, seen)) {
            return true;
        }
        if (error instanceof SQLException sql
                && sql.getNextException() != null
                && reveals(sql.getNextException(), seen)) {
            return true;
        }
        for (Throwable suppressed : error.getSuppressed()) {
            if (reveals(suppressed, seen)) {
                return true;
            }
        }
        return false;
    }

    /** A copy of an error: its type by name, its message without secrets, its place in the code. Its causes are dropped. */
    private static final class Cleaned extends RuntimeException {
        Cleaned(Throwable error, SecretRedaction redactor) {
            super(
                    error.getClass().getName() + ": "
                            + redactor.clean(
                                    Optional.ofNullable(error.getMessage()).orElse("")),
                    null,
                    false,
                    true);
            setStackTrace(error.getStackTrace());
        }
    }
}
