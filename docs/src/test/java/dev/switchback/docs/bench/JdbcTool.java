package dev.switchback.docs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The floor: no tool at all. Reads the folder, runs each file in a transaction of its own and records it in the same
 * transaction, in a table with the columns of Flyway's.
 */
record JdbcTool(Path folder, String url) implements Tool {

    @Override
    public void status() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            applied(connection);
        }
    }

    @Override
    public void upgrade() throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS plain_history (installed_rank INT PRIMARY KEY,"
                        + " version VARCHAR(50), description VARCHAR(200), type VARCHAR(20), script VARCHAR(1000),"
                        + " checksum INT, installed_by VARCHAR(100), execution_time INT, success BOOLEAN)");
            }
            Set<String> applied = applied(connection);
            connection.setAutoCommit(false);
            int rank = applied.size();
            for (Path file : files()) {
                if (!applied.contains(file.getFileName().toString())) {
                    run(connection, file, ++rank);
                }
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("V"))
                    .sorted()
                    .toList();
        }
    }

    private static void run(Connection connection, Path file, int rank) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(Files.readString(file));
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO plain_history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            String name = file.getFileName().toString();
            insert.setInt(1, rank);
            insert.setString(2, name.substring(1, name.indexOf("__")));
            insert.setString(3, name);
            insert.setString(4, "SQL");
            insert.setString(5, name);
            insert.setInt(6, name.hashCode());
            insert.setString(7, "");
            insert.setInt(8, 0);
            insert.setBoolean(9, true);
            insert.executeUpdate();
        }
        connection.commit();
    }

    private static Set<String> applied(Connection connection) throws SQLException {
        Set<String> scripts = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM plain_history ORDER BY installed_rank")) {
            while (rows.next()) {
                for (int column = 1; column <= 9; column++) {
                    rows.getString(column);
                }
                scripts.add(rows.getString("script"));
            }
        }
        return scripts;
    }
}
