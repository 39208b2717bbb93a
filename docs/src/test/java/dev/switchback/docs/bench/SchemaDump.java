package dev.switchback.docs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.DatabaseUrl;
import dev.switchback.tck.FreshDatabase;
import dev.switchback.tck.MariadbDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A schema by the program that comes with the database, as a process of its own, which is what anybody would run. */
final class SchemaDump {

    private static final double MILLION = 1e6;

    private final FreshDatabase database;
    private final DatabaseKind kind;

    SchemaDump(FreshDatabase database, DatabaseKind kind) {
        this.database = database;
        this.kind = kind;
    }

    /** How long it takes; empty for a database that has no such program. */
    Optional<Double> millis() throws IOException, InterruptedException {
        List<String> command = command();
        if (command.isEmpty()) {
            return Optional.empty();
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", database.password());
        builder.environment().put("MYSQL_PWD", database.password());
        long start = System.nanoTime();
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        double millis = (System.nanoTime() - start) / MILLION;
        assertThat(output).contains("CREATE TABLE");
        return Optional.of(millis);
    }

    private List<String> command() {
        return switch (kind) {
            case POSTGRESQL -> of("--username=", "pg_dump", "--schema-only", "--no-password");
            case MARIADB ->
                of("--user=", MariadbDatabase.program("mariadb-dump"), "--no-defaults", "--skip-ssl", "--no-data");
            case MYSQL -> of("--user=", "mysqldump", "--no-defaults", "--no-data");
            case H2, SQLITE -> List.of();
        };
    }

    private List<String> of(String user, String... program) {
        URI address = URI.create(DatabaseUrl.parse(database.url()).jdbcUrl().substring("jdbc:".length()));
        List<String> command = new ArrayList<>(List.of(program));
        command.add("--host=" + address.getHost());
        command.add("--port=" + address.getPort());
        command.add(user + database.user());
        command.add(address.getPath().substring(1));
        return command;
    }
}
