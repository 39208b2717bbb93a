package dev.switchback.docs.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** The least that a JVM can do to tell what a SQLite file has of Flyway's history. Argument: the JDBC URL. */
public final class BareJdbc {
    private BareJdbc() {}

    /** Prints the history. */
    public static void main(String[] args) throws Exception {
        try (Connection connection = DriverManager.getConnection(args[0]);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT version, description, installed_on FROM flyway_schema_history ORDER BY installed_rank")) {
            while (rows.next()) {
                System.out.println(rows.getString(1) + "  " + rows.getString(2) + "  applied  " + rows.getString(3));
            }
        }
    }
}
