package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.schema.AutogenerateRequest;
import dev.switchback.api.schema.Rename;
import dev.switchback.api.schema.SchemaChange;
import dev.switchback.core.port.EngineProvider;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of schemas share: a small model, a first migration by hand, and ways to ask for a difference. */
public abstract class SchemaWorkflowContract extends WorkflowContract {

    static final String BOOK =
            "CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(80) NOT NULL, pages INTEGER);\n";
    static final String LOAN = """
            CREATE TABLE loan (
                id INTEGER NOT NULL PRIMARY KEY,
                book INTEGER NOT NULL,
                CONSTRAINT loan_book FOREIGN KEY (book) REFERENCES book (id)
            );
            CREATE INDEX loan_by_book ON loan (book);
            """;
    static final SchemaSource LIVE = new SchemaSource.Live();

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected SchemaWorkflowContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    @BeforeEach
    final void allowScratchDatabases() throws SQLException {
        database().allowScratchDatabases();
    }

    static SchemaSource ddl(String... sql) {
        return new SchemaSource.Ddl("model.sql", String.join("", sql));
    }

    static AutogenerateRequest to(SchemaSource desired) {
        return AutogenerateRequest.of("new model", desired);
    }

    static AutogenerateRequest with(AutogenerateRequest it, boolean drops, boolean required, Rename... renames) {
        return new AutogenerateRequest(
                it.description(),
                it.version(),
                it.desired(),
                it.current(),
                List.of(renames),
                it.decision(),
                drops,
                required,
                it.withDown(),
                it.lossyDown(),
                it.dryRun());
    }

    static List<String> lines(List<SchemaChange> changes) {
        return changes.stream()
                .map(c -> (c.action() + " " + c.kind() + " " + c.name()).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Writes a first migration by hand and applies it. */
    final void begin(MigrationManager manager, String... sql) {
        files().put("V1__begin.sql", String.join("", sql));
        files().put("U1__begin.sql", sql.length > 1 ? "DROP TABLE loan;\nDROP TABLE book;\n" : "DROP TABLE book;\n");
        assertThat(manager.upgrade().changedAnything()).isTrue();
    }
}
