package dev.switchback.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.port.EngineProvider;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Many rows after a {@code COPY … FROM stdin} of PostgreSQL, with every engine. */
public abstract class LargeRowsContract extends WorkflowContract {

    /** The script has 10 MB; plain Flyway takes 48. */
    private static final int MEGABYTES = 32;

    /**
     * For the classes that name an engine.
     *
     * @param provider the engine
     */
    protected LargeRowsContract(EngineProvider provider) {
        super(provider, new PostgresqlDatabase());
    }

    @Test
    void manyRowsAreCopiedInAJvmWithLittleMemory() throws IOException, InterruptedException {
        String rows = "1\tit's a note; as long as the notes of a script are, größe 測試\n".repeat(150_000);
        files().put(
                        "V1__large.sql",
                        "create table large (id int, note text);\ncopy large from stdin;\n" + rows + "\\.\n"
                                + "copy large from stdin;\n2\tlast\n\\.\ncreate index i on large (id);\n");
        files().put("U1__large.sql", "delete from large where id = 2;\ndrop table large;\n");
        assertThat(SmallJvm.run(MEGABYTES, provider().info().id(), database().url(), files().path()))
                .isEqualTo("exit 0: up 4, down 2");
    }
}
