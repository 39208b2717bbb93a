package dev.switchback.core.jdbc;

import dev.switchback.core.port.MigrationLock;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A process that takes the lock of a database, says so, and holds it until its input ends. With a statement it first says
 * that it sends it, and holds the lock until that is done too.
 */
final class LockingProcess {

    static final String HELD = "held";

    private LockingProcess() {}

    public static void main(String[] args) throws Exception {
        ConnectionSource source = TestLocks.source(args[0]);
        try (MigrationLock.Held held = TestLocks.take(TestLocks.of(source), Duration.ofSeconds(20))) {
            held.ensureHeld();
            if (args.length == 1) {
                say();
            } else {
                work(source, held, List.of(args).subList(1, args.length));
            }
            waitForTheEnd();
        }
    }

    private static void work(ConnectionSource source, MigrationLock.Held held, List<String> statements)
            throws Exception {
        try (Connection run = source.open();
                MigrationLock.Cover cover = held.cover(run);
                Statement statement = run.createStatement()) {
            Objects.requireNonNull(cover);
            for (String sql : statements.subList(0, statements.size() - 1)) {
                statement.execute(sql);
            }
            say();
            statement.execute(statements.get(statements.size() - 1));
        }
    }

    private static void say() {
        System.out.println(HELD);
        System.out.flush();
    }

    private static void waitForTheEnd() throws IOException {
        while (System.in.read() >= 0) {
            // whoever started us tells us to stop by closing the pipe
        }
    }
}
