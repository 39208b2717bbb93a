package dev.switchback.api.config;

import dev.switchback.api.model.ServerAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a database is: what the driver needs to find it and what people may see, both without credentials. */
sealed interface Location permits FileLocation, MemoryLocation, ServerLocation {
    /** A colon (not that of a Windows drive) and an @ after it, or a setting: most likely a slip in the URL. */
    Pattern CREDENTIALS = Pattern.compile("(?![A-Z]:[/\\\\][^:]*$).*:.*@.*|.*PASSWORD=.*", Pattern.DOTALL);

    String jdbcUrl();

    String displayName();

    default Optional<Path> file() {
        return Optional.empty();
    }

    default Optional<ServerAddress> server() {
        return Optional.empty();
    }

    default Location resolveAgainst(Path baseDir) {
        return this;
    }

    /** What a slip has put into the name of a database or a file would be printed with it. */
    static void requireNoCredentials(String name) {
        if (CREDENTIALS.matcher(Texts.upper(name)).matches()) {
            throw new MalformedValueException(
                    "the name or path of the database looks as if it contained a password",
                    "check the separators of the URL (//, @, /, ? and &, or ; for H2)");
        }
    }
}
