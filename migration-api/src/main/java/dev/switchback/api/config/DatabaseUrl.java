package dev.switchback.api.config;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.model.ServerAddress;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database, read from one text in the spellings that are in use: those of Heroku, SQLAlchemy, Prisma
 * and dbmate, and JDBC's own. User and password are taken out of the URL on the way, because drivers disagree about
 * their encoding and print the URL in their errors; they go to the driver as properties.
 *
 * <p>Immutable. {@link #toString()} never shows a password.
 */
public final class DatabaseUrl {
    private final UrlParts parts;

    private DatabaseUrl(UrlParts parts) {
        this.parts = parts;
    }

    /**
     * Reads a URL.
     *
     * @param url for example {@code postgres://user:password@db.internal/shop}, {@code sqlite:///app.db} or
     *     {@code jdbc:h2:mem:test}; user, password and database are percent-decoded
     * @return its parts
     * @throws ConfigurationException if the URL is malformed, of a database that is not supported, or has a parameter
     *     that is unknown or would let it run code; the message repeats nothing of the URL
     */
    public static DatabaseUrl parse(String url) {
        try {
            return read(url);
        } catch (MalformedValueException e) {
            throw explained(e);
        }
    }

    static DatabaseUrl read(String url) {
        return new DatabaseUrl(DatabaseUrlParser.parse(url));
    }

    private static ConfigurationException explained(MalformedValueException e) {
        return new ConfigurationException(ConfigKey.URL.name(), e.reason(), e.next());
    }

    /** Which database this is; {@code mysql:} and {@code mariadb:} are told apart by the URL alone. */
    public DatabaseKind kind() {
        return parts.kind();
    }

    /** What the driver is given, without credentials. */
    public String jdbcUrl() {
        return parts.location().jdbcUrl();
    }

    /** The user, if the URL named one. */
    public Optional<String> user() {
        return parts.credentials().user();
    }

    /** The password, if the URL contained one. */
    public Optional<Secret> password() {
        return parts.credentials().password();
    }

    /**
     * What the driver is given beside the URL, under the driver's own names and without user and password. A value can
     * be a secret (the passphrase of a key): do not print values.
     */
    public Map<String, String> properties() {
        return parts.properties();
    }

    /**
     * What must not be seen of it: the password, and what its parameters hold of that kind, such as the passphrase of a
     * key.
     *
     * @return empty if there is none
     */
    public Set<Secret> secrets() {
        Set<Secret> secrets = new LinkedHashSet<>();
        if (password().isPresent()) {
            secrets.add(password().get());
        }
        for (Map.Entry<String, String> property : properties().entrySet()) {
            if (SecretNames.matches(property.getKey())) {
                secrets.add(Secret.of(property.getValue()));
            }
        }
        return Collections.unmodifiableSet(secrets);
    }

    /** For people: {@code shop @ db.internal:5432}, {@code /var/lib/app.db}, {@code mem:test} or {@code :memory:}. */
    public String displayName() {
        return parts.location().displayName();
    }

    /**
     * The file that the database is in, for H2 with the extension that H2 adds. Relative until
     * {@link #resolveAgainst(Path)}, and it need not exist. Empty for servers and for in-memory databases.
     */
    public Optional<Path> file() {
        return parts.location().file();
    }

    /** The server; empty for files and in-memory databases, and where the URL lists several servers to choose from. */
    public Optional<ServerAddress> server() {
        return parts.location().server();
    }

    /** Whether the database is gone when its last connection is closed. */
    public boolean isInMemory() {
        return parts.location() instanceof MemoryLocation;
    }

    /**
     * Makes the path of a SQLite or H2 file absolute; changes nothing else.
     *
     * @param baseDir where relative paths begin
     * @return the same database, wherever the process was started
     * @throws ConfigurationException if the absolute path has a character at which the driver would end it
     */
    public DatabaseUrl resolveAgainst(Path baseDir) {
        try {
            return resolve(baseDir);
        } catch (MalformedValueException e) {
            throw explained(e);
        }
    }

    DatabaseUrl resolve(Path baseDir) {
        return new DatabaseUrl(parts.withLocation(parts.location().resolveAgainst(baseDir)));
    }

    /**
     * The same database for another user.
     *
     * @param user the user, or empty for none
     * @param password the password, or empty for none
     * @return a URL with exactly these credentials
     */
    public DatabaseUrl withCredentials(Optional<String> user, Optional<Secret> password) {
        return new DatabaseUrl(parts.withCredentials(new UrlParts.Credentials(user, password)));
    }

    /**
     * Another database on the same server, for the same user.
     *
     * @param name its name
     * @return its URL
     * @throws IllegalStateException if this is no server of PostgreSQL, MariaDB or MySQL
     */
    public DatabaseUrl withDatabase(String name) {
        return new DatabaseUrl(parts.withLocation(ServerLocation.sibling(parts.location(), kind(), name)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatabaseUrl url && url.parts.equals(parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** The kind and the {@link #displayName()}. */
    @Override
    public String toString() {
        return parts.toString();
    }
}
