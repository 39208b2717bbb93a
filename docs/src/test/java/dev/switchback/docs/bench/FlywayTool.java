package dev.switchback.docs.bench;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** Plain Flyway on the same folder. */
record FlywayTool(Path folder, String url) implements Tool {

    @Override
    public void status() {
        flyway().info().all();
    }

    @Override
    public void upgrade() {
        flyway().migrate();
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(url, null, null)
                .locations("filesystem:" + folder)
                .load();
    }
}
