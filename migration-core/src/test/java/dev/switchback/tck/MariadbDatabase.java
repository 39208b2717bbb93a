package dev.switchback.tck;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.ddl.DdlRenderer;
import dev.switchback.core.domain.ddl.MariadbDdl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * MariaDB on a real server: a database of its own, and a user who may use that one only. With a MySQL server in {@code
 * SWITCHBACK_TEST_MARIADB_URL} it is MySQL.
 */
public final class MariadbDatabase implements TestDatabase {

    private static final String PASSWORD = "maria-Pa55word";

    /** Nothing to prepare. */
    public MariadbDatabase() {}

    /**
     * A program that comes with the server.
     *
     * @param name what it is called
     * @return its path if the server is the embedded one, else the name, which is looked for where programs are
     */
    public static String program(String name) {
        return MariadbServer.program(name).map(Path::toString).orElse(name);
    }

    /** Whether the server is one of MySQL. */
    public static boolean isMysql() {
        return MariadbServer.running().kind() == DatabaseKind.MYSQL;
    }

    /** Writes differences in the words of the server, for a database as {@link #fresh} makes it. */
    public static DdlRenderer renderer() {
        return isMysql()
                ? MariadbDdl.ofMysql(() -> "CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_ai_ci")
                : MariadbDdl.ofMariadb();
    }

    @Override
    public String name() {
        return kind().displayName();
    }

    @Override
    public DatabaseKind kind() {
        return MariadbServer.running().kind();
    }

    @Override
    public Set<DatabaseAbility> abilities() {
        return Set.of(DatabaseAbility.SCHEMAS, DatabaseAbility.SEVERAL_PROCESSES, DatabaseAbility.SERVER);
    }

    @Override
    public FreshDatabase fresh(Path folder) {
        TestServer server = MariadbServer.running();
        String name = "tck_" + UUID.randomUUID().toString().substring(0, 13).replace("-", "");
        try {
            server.run(
                    "",
                    "CREATE DATABASE " + name + " CHARACTER SET utf8mb4",
                    "CREATE USER '" + name + "'@'%' IDENTIFIED BY '" + PASSWORD + "'",
                    "GRANT ALL ON " + name + ".* TO '" + name + "'@'%'");
        } catch (SQLException e) {
            throw new IllegalStateException("no database on " + server.source(), e);
        }
        return new Fresh(server, name);
    }

    private static final class Fresh extends FreshDatabase {
        private final TestServer server;
        private final String name;

        Fresh(TestServer server, String name) {
            super(() -> server.connect(name, name, PASSWORD));
            this.server = server;
            this.name = name;
        }

        @Override
        public String url() {
            return server.url(name, name, PASSWORD);
        }

        @Override
        public String user() {
            return name;
        }

        @Override
        public String password() {
            return PASSWORD;
        }

        @Override
        public boolean exists() {
            return true;
        }

        private String other() {
            return name + "_app";
        }

        @Override
        public String createSchema() throws SQLException {
            server.run(
                    "",
                    "CREATE DATABASE " + other() + " CHARACTER SET utf8mb4",
                    "GRANT ALL ON " + other() + ".* TO '" + name + "'@'%'");
            return other();
        }

        @Override
        public String createOwnerRole() throws SQLException {
            String role = name + "_owner";
            server.run(
                    "",
                    "CREATE ROLE " + role,
                    "GRANT ALL ON " + name + ".* TO " + role,
                    "GRANT " + role + " TO '" + name + "'@'%'",
                    "REVOKE ALL ON " + name + ".* FROM '" + name + "'@'%'",
                    // to be able to connect to the database at all
                    "GRANT CREATE TEMPORARY TABLES ON " + name + ".* TO '" + name + "'@'%'");
            return role;
        }

        @Override
        public void allowScratchDatabases() throws SQLException {
            server.run("", "GRANT ALL ON `switchback\\_scratch\\_%`.* TO '" + name + "'@'%'");
        }

        @Override
        public void clear() throws SQLException {
            server.run("", "DROP DATABASE " + name, "CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        }

        @Override
        public Connection administer() throws SQLException {
            return server.administer(name);
        }

        /** Definitions and rows of both databases. */
        @Override
        public String snapshot() throws SQLException {
            List<String> lines = new ArrayList<>();
            try (Connection connection = administer()) {
                for (String table : rows(
                        connection,
                        "SELECT CONCAT(table_schema, '.', table_name) FROM information_schema.tables WHERE table_schema IN ('"
                                + name + "', '" + other() + "') ORDER BY 1",
                        1)) {
                    lines.addAll(rows(connection, "SHOW CREATE TABLE " + table, 2));
                    lines.addAll(rows(connection, "SELECT * FROM " + table, 0));
                }
                lines.addAll(rows(
                        connection,
                        "SELECT routine_name, created, routine_definition FROM information_schema.routines"
                                + " WHERE routine_schema = '" + name + "' ORDER BY 1",
                        0));
                lines.addAll(rows(
                        connection,
                        "SELECT trigger_name, created, action_statement FROM information_schema.triggers"
                                + " WHERE trigger_schema = '" + name + "' ORDER BY 1",
                        0));
            }
            return String.join("\n", lines);
        }

        @Override
        public boolean idle() throws SQLException {
            try (Connection connection = administer()) {
                return rows(
                                connection,
                                "SELECT t.trx_id FROM information_schema.innodb_trx t JOIN information_schema.processlist p"
                                        + " ON p.id = t.trx_mysql_thread_id WHERE p.db = '" + name + "'",
                                1)
                        .isEmpty();
            }
        }

        /** One column, or with 0 all of them. */
        private static List<String> rows(Connection connection, String sql, int column) throws SQLException {
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(sql)) {
                while (found.next()) {
                    StringBuilder row = new StringBuilder();
                    int last = column == 0 ? found.getMetaData().getColumnCount() : column;
                    for (int i = column == 0 ? 1 : column; i <= last; i++) {
                        row.append(found.getString(i)).append(i < last ? " | " : "");
                    }
                    rows.add(row.toString());
                }
            }
            return rows;
        }

        @Override
        public void close() throws SQLException {
            server.run(
                    "", "DROP DATABASE IF EXISTS " + other(), "DROP DATABASE " + name, "DROP USER '" + name + "'@'%'");
        }
    }
}
