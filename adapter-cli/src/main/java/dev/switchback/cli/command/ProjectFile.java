package dev.switchback.cli.command;

import dev.switchback.api.config.ConfigKey;
import java.util.Optional;

/** The {@code switchback.properties} of a new project: every setting with its default, as a comment. */
final class ProjectFile {

    private static final String HEAD = """
            # Settings of Switchback. Stronger than this file: options on the command line, environment
            # variables (SWITCHBACK_ENGINE for engine, and so on), and .env. Keep passwords out of it:
            # give the database in DATABASE_URL.
            """;

    private ProjectFile() {}

    /**
     * The file.
     *
     * @param engine the engine to choose in it, if one was named
     */
    static String text(Optional<String> engine) {
        StringBuilder text = new StringBuilder(HEAD);
        for (ConfigKey<?> key : ConfigKey.all()) {
            if (!key.isSecret()) {
                text.append("\n# ").append(key.description()).append('\n');
                boolean chosen = key.equals(ConfigKey.ENGINE) && engine.isPresent();
                text.append(chosen ? "" : "#").append(key.name()).append('=');
                text.append(chosen ? engine.get() : key.defaultText().orElse(""))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
