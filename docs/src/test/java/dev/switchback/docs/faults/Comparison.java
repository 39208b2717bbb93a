package dev.switchback.docs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.CheckReport;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.tck.FreshDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The database, and what Switchback says of it, beside the model.
 *
 * @param model what must be
 * @param database what is
 */
record Comparison(Model model, FreshDatabase database) {

    void check(MigrationManager manager) throws SQLException {
        assertThat(manager.history()).allMatch(AppliedMigration::inEffect);
        assertThat(manager.history())
                .extracting(AppliedMigration::script)
                .containsExactlyInAnyOrderElementsOf(model.history());
        assertThat(manager.current())
                .isEqualTo(Optional.of(model.applied())
                        .filter(version -> version > 0)
                        .map(version -> MigrationVersion.of(String.valueOf(version))));
        assertThat(manager.status().problems()).isEmpty();
        assertThat(manager.status().migrations().stream()
                        .map(m -> m.script() + " " + m.state())
                        .toList())
                .isEqualTo(model.states());
        CheckReport check = manager.check();
        assertThat(check.problems()).isEmpty();
        assertThat(check.pending()).hasSize((int)
                model.states().stream().filter(s -> !s.endsWith(" APPLIED")).count());
        assertThat(tables()).isEqualTo(model.tables());
    }

    private Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        for (String table : database.tables()) {
            if (table.matches("t\\d+|latest")) {
                String column = table.equals("latest") ? "n" : "id";
                tables.put(table, database.column("SELECT " + column + " FROM " + table + " ORDER BY 1"));
            }
        }
        return tables;
    }
}
