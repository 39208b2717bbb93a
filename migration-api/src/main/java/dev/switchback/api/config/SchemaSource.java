package dev.switchback.api.config;

import dev.switchback.api.error.ConfigurationException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a schema comes from. Text forms: {@code live}, {@code migrations}, {@code model}, {@code entities}, a database
 * URL, or the path of a file or folder of DDL. Immutable; shown as text it holds no secret.
 */
public sealed interface SchemaSource {

    /** The database of the manager as it is now. */
    record Live() implements SchemaSource {
        @Override
        public String toString() {
            return "live";
        }
    }

    /** What the migrations make of an empty database: they are run in a scratch database. */
    record Migrations() implements SchemaSource {
        @Override
        public String toString() {
            return "migrations";
        }
    }

    /** What the setting {@code model} names. */
    record Model() implements SchemaSource {
        @Override
        public String toString() {
            return "model";
        }
    }

    /** The JPA entities that the settings {@code entities.*} name, through Hibernate. */
    record Entities() implements SchemaSource {
        @Override
        public String toString() {
            return "entities";
        }
    }

    /**
     * DDL in a file, or in the {@code .sql} files of a folder in the order of their names; it is run in a scratch
     * database.
     *
     * @param path relative to the project folder, or absolute
     */
    record Script(Path path) implements SchemaSource {
        /** Checks that there is a path. */
        public Script {
            Objects.requireNonNull(path, "path");
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /**
     * Another database as it is now. It is only read.
     *
     * @param url its address
     */
    record Database(DatabaseUrl url) implements SchemaSource {
        /** Checks that there is a URL. */
        public Database {
            Objects.requireNonNull(url, "url");
        }

        @Override
        public String toString() {
            return url.displayName();
        }
    }

    /**
     * DDL that an embedding application has in memory; it is run in a scratch database.
     *
     * @param name what to call it in messages, such as a file name
     * @param sql the statements
     */
    record Ddl(String name, String sql) implements SchemaSource {
        /** Checks that everything is there. */
        public Ddl {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sql, "sql");
        }

        /** The name only. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Reads the text form. What begins with a scheme, such as {@code postgres:} or {@code jdbc:}, is a URL; a file that
     * is named like one of the words is written with its folder, {@code ./model}.
     *
     * @param text as given
     * @return the source
     * @throws dev.switchback.api.error.ConfigurationException if it is a URL that cannot be used, or no possible path
     */
    static SchemaSource parse(String text) {
        try {
            return SchemaSourceParser.read(text);
        } catch (MalformedValueException e) {
            throw new ConfigurationException("schema source", e.reason(), e.next());
        }
    }
}
