package dev.switchback.docs.secrets;

import dev.switchback.api.error.SwitchbackException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Everything that can be read off an error. */
final class Surface {

    private final StringBuilder text = new StringBuilder();
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Surface() {}

    static String of(Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        Surface surface = new Surface();
        surface.add(error);
        return surface.text + "\n" + trace;
    }

    private void add(Throwable error) {
        if (!seen.add(error)) {
            return;
        }
        text.append(error).append('\n').append(error.getMessage()).append('\n').append(error.getLocalizedMessage());
        if (error instanceof SwitchbackException ours) {
            text.append('\n').append(ours.nextStep());
        }
        if (error.getCause() != null) {
            add(error.getCause());
        }
        for (Throwable suppressed : error.getSuppressed()) {
            add(suppressed);
        }
        if (error instanceof SQLException sql && sql.getNextException() != null) {
            add(sql.getNextException());
        }
    }
}
