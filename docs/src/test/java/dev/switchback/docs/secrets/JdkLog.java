package dev.switchback.docs.secrets;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * What is logged with the JDK's own logging while it is open. At {@code FINEST} drivers write down every byte that they
 * send, the statements of the migrations among them; no program sees that but the one that asks for it.
 */
final class JdkLog extends Handler {

    private final Logger root = LogManager.getLogManager().getLogger("");
    private final Level before = root.getLevel();
    private final Formatter formatter = new SimpleFormatter();
    private final StringBuilder text = new StringBuilder();

    JdkLog(Level level) {
        setLevel(level);
        root.setLevel(level);
        root.addHandler(this);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        text.append(formatter.format(entry));
    }

    synchronized String text() {
        return text.toString();
    }

    @Override
    public void flush() {
        // is in memory
    }

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
    }
}
