package dev.switchback.tck;

import dev.switchback.api.config.DatabaseKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** H2, a file in a folder of its own, with a user and a password. It stays open until it is dropped, unless told otherwise. */
public final class H2Database implements TestDatabase {

    private static final String USER = "tck";
    private static final String PASSWORD = "h2-Pa55word";

    private final String openUntil;

    /** Nothing to prepare. */
    public H2Database() {
        this(";DB_CLOSE_DELAY=-1");
    }

    private H2Database(String openUntil) {
        this.openUntil = openUntil;
    }

    /** One that is closed with its last connection, so that other processes may open it in between. */
    public static H2Database closedInBetween() {
        return new H2Database("");
    }

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.H2;
    }

    @Override
    public Set<DatabaseAbility> abilities() {
        return Set.of(DatabaseAbility.SCHEMAS);
    }

    @Override
    public FreshDatabase fresh(Path folder) {
        try {
            return new Fresh(Files.createTempDirectory(folder, "h2").resolve("test"), openUntil);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Connection open(Path path, String openUntil) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + path + openUntil, USER, PASSWORD);
    }

    private static final class Fresh extends FreshDatabase {
        private final Path path;
        private final String openUntil;

        Fresh(Path path, String openUntil) {
            super(() -> H2Database.open(path, openUntil));
            this.path = path;
            this.openUntil = openUntil;
        }

        @Override
        public String url() {
            return "h2:file:" + path + openUntil + ";USER=" + USER + ";PASSWORD=" + PASSWORD;
        }

        @Override
        public String user() {
            return USER;
        }

        @Override
        public String password() {
            return PASSWORD;
        }

        @Override
        public boolean exists() {
            return Files.exists(path.resolveSibling(path.getFileName() + ".mv.db"));
        }

        @Override
        public String createSchema() throws SQLException {
            execute("CREATE SCHEMA APP");
            return "APP";
        }

        @Override
        public void clear() throws SQLException {
            if (exists()) {
                try (Connection connection = H2Database.open(path, openUntil);
                        Statement statement = connection.createStatement()) {
                    statement.execute("DROP ALL OBJECTS");
                }
            }
        }

        @Override
        public Connection administer() throws SQLException {
            return H2Database.open(path, openUntil);
        }

        /** H2 can write the whole database as a script; of a file that is not there, even to look would create it. */
        @Override
        public String snapshot() throws SQLException {
            return exists() ? String.join("\n", rows("SCRIPT")) : "absent";
        }

        @Override
        public boolean idle() throws SQLException {
            return rows("SELECT SESSION_ID FROM INFORMATION_SCHEMA.SESSIONS WHERE CONTAINS_UNCOMMITTED")
                    .isEmpty();
        }

        private List<String> rows(String sql) throws SQLException {
            List<String> rows = new ArrayList<>();
            try (Connection connection = H2Database.open(path, openUntil);
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(sql)) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        }

        @Override
        public void close() throws SQLException {
            if (exists()) {
                try (Connection connection = H2Database.open(path, openUntil);
                        Statement statement = connection.createStatement()) {
                    statement.execute("SHUTDOWN IMMEDIATELY");
                }
            }
        }
    }
}
