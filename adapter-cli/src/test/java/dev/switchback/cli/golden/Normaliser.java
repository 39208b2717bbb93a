package dev.switchback.cli.golden;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.switchback.api.model.EngineInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Takes out of an output what differs from run to run and from engine to engine. */
record Normaliser(Path folder, EngineInfo engine) {

    String apply(String output) {
        String text =
                output.startsWith("{") ? output.lines().map(Normaliser::pretty).collect(Collectors.joining()) : output;
        text = text.replace(folder.toString(), "<dir>")
                .replace(engine.historyTable(), "<history>")
                .replace(engine.version(), "<engine-version>")
                .replace(engine.name(), "<Engine>")
                .replaceAll("\\b" + engine.id() + "\\b", "<engine>")
                .replaceAll("\\b(SQLite|H2) [0-9][0-9.]*[0-9]( \\([0-9-]+\\))?", "$1 <version>")
                .replaceAll("(\"product\" : \"\\w+\",\\s+\"version\" : )\"[^\"]+\"", "$1\"<version>\"")
                .replaceAll("\\b(SQLite|H2)\\b", "<product>")
                .replaceAll("switchback [0-9]\\S+", "switchback <version>")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "<time>")
                // only Flyway has a row for what failed
                .replaceAll("(?m)(failed +)<time>.*$", "$1")
                // only Flyway records these two
                .replaceAll("(?m)<time>( +[0-9.]+ m?s)? +\\(current\\)$", "<time>  (current)")
                .replaceAll("(?m)<time>,? *( [0-9.]+ m?s)?( +by \\S+)?(, [0-9.]+ m?s)?$", "<time>")
                .replaceAll("(?m)^ +by +\\S+\n", "")
                .replaceAll("(?im)^( +recorded +checksum )\\S+$", "$1<checksum>")
                .replaceAll("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "<time of the engine>")
                .replaceAll("JDBC [0-9.]+", "JDBC <version>")
                .replaceAll("\\b[0-9.]+ m?s\\b", "<duration>")
                .replaceAll("(\"(?:duration|waited)Ms\" : )(null|\\d+)", "$1<number>")
                .replaceAll("(\"fingerprint\" : )\"\\w+\"", "$1<fingerprint>")
                .replaceAll("(\"appliedBy\" : )(null|\"[^\"]*\")", "$1<name>")
                .replaceAll("(\"checksum\" : )(null|\"[^\"]*\")", "$1<checksum>");
        return text.replaceAll("(?m) +$", "");
    }

    private static String pretty(String json) {
        try {
            return JSON.std
                            .with(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES)
                            .asString(JSON.std.mapFrom(json))
                    + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
