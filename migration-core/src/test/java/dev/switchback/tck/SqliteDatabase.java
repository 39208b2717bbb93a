package dev.switchback.tck;

import dev.switchback.api.config.DatabaseKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SQLite, a file in a folder of its own. */
public final class SqliteDatabase implements TestDatabase {

    /** Nothing to prepare. */
    public SqliteDatabase() {}

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.SQLITE;
    }

    @Override
    public Set<DatabaseAbility> abilities() {
        return Set.of(DatabaseAbility.TRANSACTIONAL_DDL, DatabaseAbility.SEVERAL_PROCESSES);
    }

    @Override
    public FreshDatabase fresh(Path folder) {
        try {
            return new Fresh(Files.createTempDirectory(folder, "sqlite").resolve("test.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection open(Path file, int busyTimeout) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file + "?synchronous=OFF&busy_timeout=" + busyTimeout);
    }

    private static final class Fresh extends FreshDatabase {
        private final Path file;

        Fresh(Path file) {
            super(() -> SqliteDatabase.open(file, 5_000));
            this.file = file;
        }

        @Override
        public String url() {
            return "sqlite:///" + file;
        }

        @Override
        public String user() {
            return "";
        }

        @Override
        public String password() {
            return "sqlite-has-no-password";
        }

        @Override
        public boolean exists() {
            return Files.exists(file);
        }

        @Override
        public String createSchema() throws SQLException {
            throw new SQLFeatureNotSupportedException("SQLite has no schemas");
        }

        @Override
        public void clear() {
            try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
                for (Path each : files.toList()) {
                    Files.delete(each);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Connection administer() throws SQLException {
            return SqliteDatabase.open(file, 5_000);
        }

        /** The names and the bytes of the files: SQLite counts every write, so any change shows. */
        @Override
        public String snapshot() {
            try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
                return files.sorted()
                        .map(f -> f.getFileName() + " " + sha256(f))
                        .collect(Collectors.joining("\n", "files:\n", ""));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String sha256(Path path) {
            try {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path));
                return HexFormat.of().formatHex(sum);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        /** An exclusive transaction is granted exactly when nobody reads or writes. */
        @Override
        public boolean idle() throws SQLException {
            try (Connection connection = SqliteDatabase.open(file, 0);
                    Statement statement = connection.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");
                statement.execute("ROLLBACK");
                return true;
            } catch (SQLException e) {
                if (e.getErrorCode() == BUSY) {
                    return false;
                }
                throw e;
            }
        }

        /** <a href="https://www.sqlite.org/rescode.html#busy">SQLITE_BUSY</a>. */
        private static final int BUSY = 5;

        @Override
        public void close() {
            // the folder goes with the test
        }
    }
}
