package dev.switchback.docs.bench;

import dev.switchback.tck.FreshDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Tables of 20 columns with 5 indexes and a foreign key each, in words that every database understands. */
final class LargeSchema {

    private static final int COLUMNS = 20;
    private static final int INDEXES = 5;

    private LargeSchema() {}

    static void create(FreshDatabase database, int tables) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int table = 1; table <= tables; table++) {
                statement.execute(table(table));
                for (int index = 1; index <= INDEXES; index++) {
                    statement.execute("CREATE " + (index == 1 ? "UNIQUE " : "") + "INDEX t" + table + "_by_" + index
                            + " ON t" + table + " (c" + (index + 2) + ", c" + (index + 8) + ")");
                }
            }
            connection.commit();
        }
    }

    private static String table(int table) {
        StringBuilder sql = new StringBuilder("CREATE TABLE t" + table + " (id INTEGER NOT NULL PRIMARY KEY");
        for (int column = 2; column <= COLUMNS; column++) {
            sql.append(", c")
                    .append(column)
                    .append(
                            switch (column % 4) {
                                case 0 -> " VARCHAR(40) NOT NULL";
                                case 1 -> " NUMERIC(10, 2) DEFAULT 0 NOT NULL";
                                case 2 -> " INTEGER";
                                default -> " VARCHAR(80) DEFAULT 'none'";
                            });
        }
        if (table > 1) {
            sql.append(", CONSTRAINT t").append(table).append("_after FOREIGN KEY (c2) REFERENCES t");
            sql.append(table - 1).append(" (id)");
        }
        return sql.append(")").toString();
    }
}
