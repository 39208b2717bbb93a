package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.ddl.H2Ddl;
import dev.switchback.core.jdbc.inspect.H2Inspector;
import dev.switchback.tck.H2Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The cases on H2. */
final class H2AutogenerateContractTest extends AutogenerateContract {

    H2AutogenerateContractTest() {
        super(new H2Database(), new H2Inspector(), new H2Ddl());
    }

    /** All that SCRIPT says, line by line, but for the names that H2 makes up and where numbers stand. */
    @Override
    protected List<String> dump(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet script = statement.executeQuery("SCRIPT NODATA NOPASSWORDS NOSETTINGS SCHEMA PUBLIC")) {
            while (script.next()) {
                String sql = script.getString(1);
                String head = sql.lines().findFirst().orElse("");
                if (!head.startsWith("--")) {
                    sql.lines().forEach(line -> lines.add(head + " " + line));
                }
            }
        }
        return lines.stream()
                .map(line -> line.replaceAll(" ?RESTART WITH \\d+", "")
                        .replaceAll("\"CONSTRAINT_[0-9A-F]+(_\\d+)?\"", "CONSTRAINT")
                        .replace(" DECIMAL(", " NUMERIC(")
                        .replaceAll("[,;]$", ""))
                .sorted()
                .toList();
    }
}
