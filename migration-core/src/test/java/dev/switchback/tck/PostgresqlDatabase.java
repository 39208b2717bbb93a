package dev.switchback.tck;

import dev.switchback.api.config.DatabaseKind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** PostgreSQL on a real server: a database of its own, owned by a user of its own who is no superuser. */
public final class PostgresqlDatabase implements TestDatabase {

    private static final String PASSWORD = "pg-Pa55word";

    /** Nothing to prepare. */
    public PostgresqlDatabase() {}

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public DatabaseKind kind() {
        return DatabaseKind.POSTGRESQL;
    }

    @Override
    public Set<DatabaseAbility> abilities() {
        return Set.of(
                DatabaseAbility.TRANSACTIONAL_DDL,
                DatabaseAbility.SCHEMAS,
                DatabaseAbility.SEVERAL_PROCESSES,
                DatabaseAbility.SERVER);
    }

    @Override
    public FreshDatabase fresh(Path folder) {
        TestServer server = PostgresqlServer.running();
        String name = "tck_" + UUID.randomUUID().toString().substring(0, 13).replace("-", "");
        try {
            PostgresqlServer.administrator()
                    .run(
                            "CREATE ROLE " + name + " LOGIN PASSWORD '" + PASSWORD + "'",
                            "CREATE DATABASE " + name + " OWNER " + name + " " + PostgresqlServer.template());
        } catch (SQLException e) {
            throw new IllegalStateException("no database on " + server.source(), e);
        }
        return new Fresh(server, name);
    }

    private static final class Fresh extends FreshDatabase {

        /** Of a table's definition, {@code xmin} says which transaction wrote it; in-place statistics do not count. */
        private static final List<String> CATALOGS =
                List.of("pg_namespace", "pg_proc", "pg_type", "pg_trigger", "pg_constraint", "pg_attrdef");

        private final TestServer server;
        private final String name;
        private final Administrator cleaner;

        Fresh(TestServer server, String name) {
            super(() -> server.connect(name, name, PASSWORD));
            this.server = server;
            this.name = name;
            this.cleaner = new Administrator(() -> server.administer(name));
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

        @Override
        public String createSchema() throws SQLException {
            execute("CREATE SCHEMA app");
            return "app";
        }

        @Override
        public String createOwnerRole() throws SQLException {
            String role = name + "_owner";
            server.run(
                    name,
                    "CREATE ROLE " + role + " NOLOGIN",
                    "GRANT " + role + " TO " + name + " WITH INHERIT FALSE",
                    "ALTER DATABASE " + name + " OWNER TO " + role,
                    "ALTER SCHEMA public OWNER TO " + role);
            return role;
        }

        @Override
        public void allowScratchDatabases() throws SQLException {
            PostgresqlServer.administrator().run("ALTER ROLE " + name + " CREATEDB");
        }

        @Override
        public void clear() throws SQLException {
            cleaner.run("DROP SCHEMA public CASCADE", "CREATE SCHEMA public AUTHORIZATION " + name);
        }

        @Override
        public Connection administer() throws SQLException {
            return server.administer(name);
        }

        @Override
        public String snapshot() throws SQLException {
            List<String> lines = new ArrayList<>();
            try (Connection connection = administer()) {
                lines.addAll(rows(
                        connection,
                        "SELECT oid || ' ' || relname || ' ' || relfilenode || ' ' || xmin FROM pg_class WHERE oid >= 16384"
                                + " ORDER BY oid"));
                for (String catalog : CATALOGS) {
                    lines.addAll(rows(
                            connection,
                            "SELECT '" + catalog + " ' || xmin || ' ' || c::text FROM " + catalog
                                    + " c WHERE oid >= 16384 ORDER BY oid"));
                }
                for (String table : rows(
                        connection,
                        "SELECT oid::regclass FROM pg_class c WHERE relkind IN ('r', 'S')"
                                + " AND oid >= 16384 AND relpersistence = 'p' ORDER BY oid")) {
                    lines.addAll(rows(
                            connection,
                            "SELECT '" + table.replace("'", "''") + " ' || ctid || ' ' || xmin || ' ' || t::text FROM "
                                    + table + " t"));
                }
            }
            return String.join("\n", lines);
        }

        @Override
        public boolean idle() throws SQLException {
            try (Connection connection = administer()) {
                return rows(
                                connection,
                                "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                                        + " AND pid <> pg_backend_pid() AND xact_start IS NOT NULL")
                        .isEmpty();
            }
        }

        private static List<String> rows(Connection connection, String sql) throws SQLException {
            List<String> rows = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(sql)) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        }

        @Override
        public void close() throws SQLException {
            cleaner.close();
            PostgresqlServer.administrator()
                    .run(
                            "DROP DATABASE " + name + " WITH (FORCE)",
                            "DROP ROLE " + name,
                            "DROP ROLE IF EXISTS " + name + "_owner");
        }
    }
}
