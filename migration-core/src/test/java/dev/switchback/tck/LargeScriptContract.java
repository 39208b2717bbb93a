package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.port.EngineProvider;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Scripts of many megabytes, with every engine. */
public abstract class LargeScriptContract extends WorkflowContract {

    private static final int ROWS = 100_000;
    /** The script has 9 MB; plain Flyway takes 45, and so did we with the text of it in a String. */
    private static final int MEGABYTES = 32;

    /**
     * For the classes that name an engine and a database.
     *
     * @param provider the engine
     * @param product the database to run on
     */
    protected LargeScriptContract(EngineProvider provider, TestDatabase product) {
        super(provider, product);
    }

    @Test
    void aHundredThousandStatementsRunInAJvmWithLittleMemory() throws SQLException, IOException, InterruptedException {
        StringBuilder script = new StringBuilder("-- größe; 測試\nCREATE TABLE large (id INTEGER, note VARCHAR(200));\n");
        for (int i = 1; i <= ROWS; i++) {
            script.append("INSERT INTO large (id, note) VALUES (")
                    .append(i)
                    .append(", 'it''s a note; as long as the notes of a script usually are');\n");
        }
        files().put("V1__large.sql", script.toString());
        files().put("U1__large.sql", "DROP TABLE large;\n");
        assertThat(SmallJvm.run(MEGABYTES, provider().info().id(), database().url(), files().path()))
                .isEqualTo("exit 0: up 100001, down 1");
        assertThat(database().tables()).doesNotContain("large");
    }
}
