package dev.switchback.core.jdbc.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code SHOW CREATE} says of many objects. The server tells of one at a time, but MariaDB does so within a
 * <a href="https://mariadb.com/docs/server/reference/sql-statements/programmatic-compound-statements/begin-end">compound
 * statement</a>, so that a thousand tables are one question; MySQL is asked for each.
 */
final class MariadbDefinitions {

    /** So that a question stays far below what a server takes. */
    private static final int AT_ONCE = 1_000;

    private final Connection connection;
    private final int atOnce;

    /**
     * Prepares it.
     *
     * @param connection where to ask
     * @param version what the server says of its version
     */
    MariadbDefinitions(Connection connection, String version) {
        this.connection = connection;
        this.atOnce = version.contains("MariaDB") ? AT_ONCE : 1;
    }

    /**
     * Asks.
     *
     * @param kind such as {@code TABLE}
     * @param names which of them
     * @param column which column of the answer has the definition, from 1
     * @return the definitions by name, in the order of the names; empty for one that may not be read
     */
    Map<String, String> of(String kind, Collection<String> names, int column) throws SQLException {
        List<String> all = List.copyOf(names);
        Map<String, String> definitions = new LinkedHashMap<>();
        for (int from = 0; from < all.size(); from += atOnce) {
            List<String> asked = all.subList(from, Math.min(all.size(), from + atOnce));
            List<String> answers = answers(question(kind, asked), column);
            for (int i = 0; i < asked.size(); i++) {
                definitions.put(asked.get(i), answers.get(i));
            }
        }
        return definitions;
    }

    private static String question(String kind, List<String> names) {
        if (names.size() == 1) {
            return show(kind, names.get(0));
        }
        StringBuilder question = new StringBuilder("BEGIN NOT ATOMIC ");
        names.forEach(name -> question.append(show(kind, name)).append("; "));
        return question.append("END").toString();
    }

    private static String show(String kind, String name) {
        return "SHOW CREATE " + kind + " `" + name.replace("`", "``") + "`";
    }

    private List<String> answers(String question, int column) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(question);
            while (rows) {
                try (ResultSet answer = statement.getResultSet()) {
                    answer.next();
                    String definition = answer.getString(column);
                    answers.add(definition == null ? "" : definition);
                }
                rows = statement.getMoreResults();
            }
        }
        return answers;
    }
}
