package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.model.Target;
import dev.switchback.api.schema.AutogenerateRequest;
import dev.switchback.core.port.EngineProvider;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only H2 understands, with every engine. */
public abstract class H2DialectContract extends DialectContract {

    /**
     * For the classes that name an engine.
     *
     * @param provider the engine
     */
    protected H2DialectContract(EngineProvider provider) {
        super(provider, new H2Database());
    }

    static List<DialectCase> cases() {
        return DialectCase.of(DatabaseKind.H2);
    }

    /** Rows of one table point to those of another, and names were made up by the database. */
    private static final String MODEL = """
            CREATE TABLE a (id INTEGER PRIMARY KEY, n INTEGER DEFAULT 1 CHECK (n > 0));
            CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a, UNIQUE (a));
            CREATE INDEX b_by_a ON b (a DESC);
            CREATE TABLE c (id INTEGER PRIMARY KEY);
            """;

    /** Each refuses some of the syntax of the others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "STRICT",
                "LEGACY",
                "DB2",
                "Derby",
                "HSQLDB",
                "MSSQLServer",
                "MariaDB",
                "MySQL",
                "Oracle",
                "PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            })
    void runsInAllModes(String mode) throws SQLException {
        String url = "h2:mem:" + UUID.randomUUID() + ";USER=sa;DB_CLOSE_DELAY=-1;MODE=" + mode;
        files().put("V1__first.sql", "CREATE TABLE a (id INTEGER PRIMARY KEY);\n")
                .put("V2__second.sql", "CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a);\n")
                .put("U2__second.sql", "DROP TABLE b;\n");
        try (MigrationManager manager =
                configureWithoutDatabase().databaseUrl(url).open()) {
            assertThat(labels(manager.upgrade())).containsExactly("1", "2");
            assertThat(manager.status().upToDate()).isTrue();
            assertThat(labels(manager.downgrade(Target.parse("-1")))).containsExactly("2");
            assertThat(labels(manager.upgrade())).containsExactly("2");
            assertThat(manager.check().ok()).isTrue();

            SchemaSource model = new SchemaSource.Ddl("model.sql", MODEL);
            assertThat(manager.autogenerate(AutogenerateRequest.of("third", model))
                            .notes())
                    .as("tried with rows too")
                    .isEmpty();
            manager.upgrade();
            assertThat(manager.diff(new SchemaSource.Live(), model).changes()).isEmpty();
            manager.downgrade(Target.parse("2"));
            assertThat(manager.drift().changes()).isEmpty();
        }
    }

    @Test
    void aComparisonDoesNotWriteAFile() throws SQLException {
        Path file = folder().resolve("rows.csv");
        refusesToTry("CREATE TABLE a (id INTEGER);\nCALL CSVWRITE('" + file + "', 'SELECT * FROM a');\n"
                + "INSERT INTO a VALUES (1);\n");
        assertThat(file).exists();
    }
}
