package dev.switchback.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.model.ExportResult;
import dev.switchback.api.model.Target;
import dev.switchback.tck.DialectCase;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.TestDatabase;
import dev.switchback.tck.WorkflowContract;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plain Liquibase with the exported changelog does with every script of {@link dev.switchback.tck.DialectContract} what we
 * do, or says at once why it cannot.
 */
abstract class ExportedDialectContract extends WorkflowContract {

    ExportedDialectContract(TestDatabase product) {
        super(new LiquibaseEngineProvider(), product);
    }

    @ParameterizedTest
    @MethodSource("cases")
    final void plainLiquibaseTakesOverOrSaysWhyItCannot(DialectCase example) throws Exception {
        files().put("V1__case.sql", example.up()).put("U1__case.sql", example.down());
        Path changelog = folder().resolve("changelog.xml");
        ExportResult exported;
        try (MigrationManager manager = configure().open()) {
            manager.upgrade();
            exported = manager.export("liquibase", changelog);
        }
        PlainLiquibase plain = new PlainLiquibase(folder(), changelog, database()::connection);
        assertThat(plain.pending()).isEmpty();
        assertThat(plain.unexpected()).isEmpty();
        plain.update();
        assertRows(example, database());
        try (FreshDatabase other = product().fresh(Files.createDirectories(folder().resolve("other")))) {
            PlainLiquibase first = new PlainLiquibase(folder(), changelog, other::connection);
            if (exported.warnings().isEmpty()) {
                first.update();
                assertTakenOver(example, other);
                first.rollback(1);
                assertThat(first.pending()).containsExactly("1");
                assertHasNoTables(other);
            } else {
                assertThatThrownBy(first::update)
                        .hasStackTraceContaining(exported.warnings().get(0));
                assertThat(first.pending()).containsExactly("1");
                assertHasNoTables(other);
            }
        }
    }

    private void assertTakenOver(DialectCase example, FreshDatabase other) throws SQLException {
        assertRows(example, other);
        try (MigrationManager manager = configure().databaseUrl(other.url()).open()) {
            assertThat(manager.check().ok()).isTrue();
            assertThat(manager.upgrade().executed()).isEmpty();
            assertThat(manager.downgrade(Target.base()).executed()).hasSize(1);
            assertThat(manager.upgrade().executed()).hasSize(1);
        }
        assertRows(example, other);
    }

    private static void assertHasNoTables(FreshDatabase database) throws SQLException {
        assertThat(database.tables()).allMatch(table -> table.matches("databasechangelog.*|switchback_journal"));
    }

    private static void assertRows(DialectCase example, FreshDatabase database) throws SQLException {
        for (Map.Entry<String, List<String>> query : example.rows().entrySet()) {
            assertThat(database.column(query.getKey())).as(query.getKey()).isEqualTo(query.getValue());
        }
    }
}
