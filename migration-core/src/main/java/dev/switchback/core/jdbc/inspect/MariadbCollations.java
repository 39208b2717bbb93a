package dev.switchback.core.jdbc.inspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which collation a text of {@code SHOW CREATE TABLE} means. MariaDB always says that of a table, and that of a column
 * where it is another one; MySQL leaves out what a character set has by itself, and says of a column what it was made with.
 *
 * @param ofDatabase what a table has of which nothing is said
 * @param usual what a character set has of which nothing else is said
 */
record MariadbCollations(String ofDatabase, Map<String, String> usual) {
    /** Copies the map. */
    MariadbCollations {
        usual = Map.copyOf(usual);
    }

    /** Those of a server. */
    static MariadbCollations of(Connection connection, String ofDatabase) throws SQLException {
        Map<String, String> usual = new HashMap<>();
        for (List<String> row : CatalogRows.of(
                connection, "SELECT character_set_name, default_collate_name FROM information_schema.character_sets")) {
            usual.put(row.get(0), row.get(1));
        }
        return new MariadbCollations(ofDatabase, usual);
    }

    /** The collation that is meant, where it may not be said. */
    String meant(String charset, Optional<String> collation) {
        return collation.orElseGet(() -> usual.getOrDefault(charset, charset));
    }

    /** What is to be said of a column in a table; nothing if it has what the table has. */
    static Optional<String> inTable(String collation, String ofTable) {
        if (collation.equals(ofTable)) {
            return Optional.empty();
        }
        String said = "COLLATE " + collation;
        return Optional.of(
                charset(collation).equals(charset(ofTable))
                        ? said
                        : "CHARACTER SET " + charset(collation) + " " + said);
    }

    /** A collation begins with its character set. */
    static String charset(String collation) {
        int end = collation.indexOf('_');
        return end < 0 ? collation : collation.substring(0, end);
    }
}
