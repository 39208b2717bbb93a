package dev.switchback.api.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One setting: its name in files, the environment variables that set it, its type, default and description. Loader,
 * command line help and reference page are all derived from this list, so that they cannot disagree.
 *
 * <p>Beside these there is a family of settings, {@code placeholders.<name>} (environment
 * {@code SWITCHBACK_PLACEHOLDER_<NAME>}), see {@link Settings#placeholders()}.
 *
 * @param <T> the type of the value; an {@link Optional} if there is no default
 */
public final class ConfigKey<T> {
    static final String ENVIRONMENT_PREFIX = "SWITCHBACK_";

    /** The database. */
    public static final ConfigKey<DatabaseUrl> URL = required(
            "url",
            ValueTypes.DATABASE_URL,
            "sqlite:///switchback.db",
            "The database, for example postgres://user:password@host/shop; other spellings and JDBC URLs work too.",
            List.of("SWITCHBACK_DATABASE_URL"),
            List.of("DATABASE_URL"));

    /** The database without a pooler in between. */
    public static final ConfigKey<Optional<DatabaseUrl>> DIRECT_URL = optional(
            "direct-url",
            ValueTypes.DATABASE_URL,
            "The same database without a connection pooler in between; migrations use it instead of url.",
            "DIRECT_DATABASE_URL");

    /** The database user. */
    public static final ConfigKey<Optional<String>> USERNAME =
            optional("username", ValueTypes.USER, "The database user, instead of the one in the URL.", "DATABASE_USER");

    /** The password of the database user. */
    public static final ConfigKey<Optional<Secret>> PASSWORD = optional(
            "password",
            ValueTypes.SECRET,
            "The password of the database user, instead of the one in the URL.",
            "DATABASE_PASSWORD");

    /** Which engine runs the migrations. */
    public static final ConfigKey<String> ENGINE = required(
            "engine",
            ValueTypes.ENGINE,
            "auto",
            "The engine that runs the migrations; auto takes the only one on the class path.");

    /** Where the migrations are. */
    public static final ConfigKey<List<String>> DIRS = required(
            "dirs",
            ValueTypes.DIRECTORIES,
            "migrations",
            "The folders with the migrations, separated by commas; classpath:db/migration means resources.");

    /** The schema to migrate. */
    public static final ConfigKey<Optional<String>> SCHEMA = optional(
            "schema",
            ValueTypes.IDENTIFIER,
            "The schema to migrate, instead of the connection's default schema; it has to be there.");

    /** The name of the engine's history table. */
    public static final ConfigKey<Optional<String>> HISTORY_TABLE = optional(
            "history-table",
            ValueTypes.IDENTIFIER,
            "The name of the history table, instead of the engine's own default.");

    /** Where the history table is, if not beside what is migrated. */
    public static final ConfigKey<Optional<String>> HISTORY_SCHEMA = optional(
            "history-schema",
            ValueTypes.IDENTIFIER,
            "The schema of the history table, instead of the one to migrate. Flyway makes it if it may, for Liquibase it has"
                    + " to be there.");

    /** The role in which the migrations run. */
    public static final ConfigKey<Optional<String>> ROLE = optional(
            "role",
            ValueTypes.IDENTIFIER,
            "The role to take on with SET ROLE before anything is read or migrated (PostgreSQL, MariaDB, MySQL).");

    /** How long a statement of a migration may wait for a lock of somebody else. */
    public static final ConfigKey<Duration> DDL_LOCK_TIMEOUT = required(
            "ddl.lock-timeout",
            ValueTypes.DURATION,
            "5s",
            "How long a statement may wait for a table that somebody else has locked, before the migration is rolled"
                    + " back and tried again; 0s waits without end.");

    /** How often a migration is tried again that met a lock. */
    public static final ConfigKey<Integer> DDL_RETRIES = required(
            "ddl.retries",
            ValueTypes.COUNT,
            "5",
            "How often a migration that met a lock is tried again; one of which something stayed applied never is.");

    /** How long a statement may run. */
    public static final ConfigKey<Optional<Duration>> STATEMENT_TIMEOUT = optional(
            "statement-timeout",
            ValueTypes.DURATION,
            "How long one statement of a migration may run; without it, as long as it takes (not SQLite).");

    /** With what runners keep each other away. */
    public static final ConfigKey<LockType> LOCK_TYPE = required(
            "lock.type",
            ValueTypes.words(LockType.class),
            "auto",
            "The lock that keeps runs apart: auto takes the one that holds there, advisory (PostgreSQL, MariaDB, MySQL) or"
                    + " file (SQLite, H2); none takes no lock, for one process at a time by construction.",
            List.of("SWITCHBACK_LOCK"),
            List.of());

    /** How long to wait for another runner. */
    public static final ConfigKey<Duration> LOCK_TIMEOUT = required(
            "lock.timeout",
            ValueTypes.DURATION,
            "60s",
            "How long to wait while another process migrates the same database.");

    /** How scripts are put into transactions. */
    public static final ConfigKey<TransactionMode> TRANSACTION = required(
            "transaction",
            ValueTypes.words(TransactionMode.class),
            "auto",
            "Whether each migration runs in a transaction where it can (auto) or must (per-migration), the whole run in"
                    + " one (all: SQLite, PostgreSQL), or nothing in any (none).");

    /** What to do with a late migration. */
    public static final ConfigKey<OutOfOrderPolicy> OUT_OF_ORDER = required(
            "out-of-order",
            ValueTypes.words(OutOfOrderPolicy.class),
            "refuse",
            "Whether to run a pending migration whose version is lower than one that was applied; warn runs it and says so.");

    /** What to do when a file has gone. */
    public static final ConfigKey<MissingPolicy> MISSING = required(
            "missing",
            ValueTypes.words(MissingPolicy.class),
            "fail",
            "What to do when an applied migration has no file any more.");

    /** What to do when the database is newer than the files. */
    public static final ConfigKey<AheadPolicy> AHEAD = required(
            "ahead",
            ValueTypes.words(AheadPolicy.class),
            "warn",
            "What to do when the database has versions beyond the last file.");

    /** Whether {@code migrations.sum} is checked. */
    public static final ConfigKey<IntegrityPolicy> INTEGRITY = required(
            "integrity",
            ValueTypes.words(IntegrityPolicy.class),
            "require-if-present",
            "Whether migrations.sum is checked, and whether it must exist.");

    /** Whether placeholders are replaced. */
    public static final ConfigKey<Boolean> PLACEHOLDERS_ENABLED = required(
            "placeholders.enabled",
            ValueTypes.BOOLEAN,
            "false",
            "Whether ${name} in migrations is replaced by the setting placeholders.<name>.");

    /** Which changes of changelogs are allowed beside the safe ones. */
    public static final ConfigKey<Optional<List<String>>> LIQUIBASE_ALLOWED_CHANGES = optional(
            "liquibase.allowed-changes",
            ValueTypes.NAMES,
            "The types of changes that a changelog of Liquibase may have beside those that are plain SQL: customChange.");

    /** Whether connections come from a pool. */
    public static final ConfigKey<Boolean> POOL = required(
            "pool", ValueTypes.BOOLEAN, "true", "Whether a database that was given by its URL gets a connection pool.");

    /** How long to wait for the database. */
    public static final ConfigKey<Duration> CONNECT_TIMEOUT = required(
            "connect.timeout", ValueTypes.DURATION, "10s", "How long to wait for a connection to the database.");

    /** How long to wait for a database that is still starting. */
    public static final ConfigKey<Duration> CONNECT_WAIT = required(
            "connect.wait",
            ValueTypes.DURATION,
            "0s",
            "How long to wait for a database that does not answer yet, because it is still starting.",
            List.of("SWITCHBACK_WAIT"),
            List.of());

    /** What the application does about migrations when it starts. */
    public static final ConfigKey<StartupMode> STARTUP_MODE = required(
            "startup.mode",
            ValueTypes.STARTUP_MODE,
            "off",
            "What an application does when it starts: report only, verify that it is at head, wait for another process to"
                    + " upgrade, or upgrade (true is upgrade, false is off).",
            "AUTO_MIGRATE_ON_STARTUP");

    /** What the application does when its start finds something wrong. */
    public static final ConfigKey<StartupFailurePolicy> STARTUP_ON_FAILURE = required(
            "startup.on-failure",
            ValueTypes.words(StartupFailurePolicy.class),
            "fail",
            "Whether an application whose database is not as it should be stops, or starts all the same.");

    /** How long a start waits for another process. */
    public static final ConfigKey<Duration> STARTUP_TIMEOUT = required(
            "startup.timeout",
            ValueTypes.DURATION,
            "5m",
            "How long a start waits for another process that migrates: for head in mode wait, for its lock in mode upgrade"
                    + " unless lock.timeout is set.",
            List.of("SWITCHBACK_STARTUP_LOCK_TIMEOUT"),
            List.of());

    /** Whether a start may create the database. */
    public static final ConfigKey<Boolean> STARTUP_CREATE_DATABASE = required(
            "startup.create-database",
            ValueTypes.BOOLEAN,
            "false",
            "Whether a start in mode upgrade creates a database that does not exist: the file, or the database on the"
                    + " server.");

    /** Where probes are answered while the application starts. */
    public static final ConfigKey<Optional<Integer>> STARTUP_PROBE_PORT = optional(
            "startup.probe-port",
            ValueTypes.PORT,
            "The port on which a start answers /livez and /readyz while it migrates; without it, none.");

    /** How long a health check may take. */
    public static final ConfigKey<Duration> HEALTH_TIMEOUT =
            required("health.timeout", ValueTypes.DURATION, "2s", "How long a health check waits for the database.");

    /** How long the answer of a health check is kept. */
    public static final ConfigKey<Duration> HEALTH_CACHE = required(
            "health.cache",
            ValueTypes.DURATION,
            "10s",
            "How long a good answer of a health check is kept; any other is kept for a second at most.",
            List.of("SWITCHBACK_HEALTH_CACHE_TTL"),
            List.of());

    /** Whether an application's health has the migrations in it. */
    public static final ConfigKey<Boolean> HEALTH_ENABLED = required(
            "health.enabled",
            ValueTypes.BOOLEAN,
            "true",
            "Whether the health of an application (Spring, MicroProfile) has the migrations in it.");

    /** As what pending migrations are reported. */
    public static final ConfigKey<PendingStatus> HEALTH_PENDING_STATUS = required(
            "health.pending-status",
            ValueTypes.PENDING_STATUS,
            "OUT_OF_SERVICE",
            "What the health of an application (Spring, MicroProfile) is while migrations are pending and nothing is wrong.");

    /** How many connections the application gets. */
    public static final ConfigKey<Integer> POOL_SIZE = required(
            "pool.size",
            ValueTypes.POOL_SIZE,
            "10",
            "How many connections the pool may hold that an application asks Switchback for.");

    /** Whether a database that somebody else filled may be upgraded. */
    public static final ConfigKey<Boolean> ALLOW_NON_EMPTY = required(
            "allow-non-empty",
            ValueTypes.BOOLEAN,
            "false",
            "Whether the first upgrade may run on a database that has tables but no history.");

    /** Whether to ask before data is thrown away by an upgrade. */
    public static final ConfigKey<Boolean> PRODUCTION = required(
            "production",
            ValueTypes.BOOLEAN,
            "false",
            "Whether an upgrade that throws rows, columns or tables away asks first, as a downgrade always does.");

    /** What the schema should be. */
    public static final ConfigKey<Optional<SchemaSource>> MODEL = optional(
            "model",
            ValueTypes.SCHEMA_SOURCE,
            "What the schema should be: a file or folder of DDL, the URL of a database, or entities.");

    /** Where scratch databases are made. */
    public static final ConfigKey<Optional<DatabaseUrl>> SCRATCH_URL = optional(
            "scratch-url",
            ValueTypes.DATABASE_URL,
            "The server on which scratch databases are made, instead of the database's own; never the same database.");

    /** Whether a check looks for drift. */
    public static final ConfigKey<DriftPolicy> DRIFT = required(
            "drift",
            ValueTypes.words(DriftPolicy.class),
            "auto",
            "Whether check compares the database with what its migrations make; auto: where a scratch database costs"
                    + " nothing (SQLite, H2, or with scratch-url).");

    /** Where the entities and Hibernate are. */
    public static final ConfigKey<Optional<List<Path>>> ENTITIES_CLASSPATH = optional(
            "entities.classpath",
            ValueTypes.PATHS,
            "Class folders and jars with the entities, Hibernate 6.6 or 7 and what they need; without it, what is loaded.");

    /** In which packages the entities are. */
    public static final ConfigKey<Optional<List<String>>> ENTITIES_PACKAGES = optional(
            "entities.packages",
            ValueTypes.NAMES,
            "The packages with the entities, those below them too; needed unless entities.unit is set.");

    /** Which persistence unit holds the entities. */
    public static final ConfigKey<Optional<String>> ENTITIES_UNIT = optional(
            "entities.unit", ValueTypes.IDENTIFIER, "The persistence unit with the entities, instead of packages.");

    private static final List<ConfigKey<?>> ALL = List.of(
            URL,
            DIRECT_URL,
            USERNAME,
            PASSWORD,
            ENGINE,
            DIRS,
            SCHEMA,
            HISTORY_TABLE,
            HISTORY_SCHEMA,
            ROLE,
            LOCK_TYPE,
            LOCK_TIMEOUT,
            DDL_LOCK_TIMEOUT,
            DDL_RETRIES,
            STATEMENT_TIMEOUT,
            CONNECT_TIMEOUT,
            CONNECT_WAIT,
            POOL,
            TRANSACTION,
            OUT_OF_ORDER,
            MISSING,
            AHEAD,
            INTEGRITY,
            PLACEHOLDERS_ENABLED,
            LIQUIBASE_ALLOWED_CHANGES,
            STARTUP_MODE,
            STARTUP_ON_FAILURE,
            STARTUP_TIMEOUT,
            STARTUP_CREATE_DATABASE,
            STARTUP_PROBE_PORT,
            HEALTH_TIMEOUT,
            HEALTH_CACHE,
            HEALTH_ENABLED,
            HEALTH_PENDING_STATUS,
            POOL_SIZE,
            ALLOW_NON_EMPTY,
            PRODUCTION,
            MODEL,
            SCRATCH_URL,
            DRIFT,
            ENTITIES_CLASSPATH,
            ENTITIES_PACKAGES,
            ENTITIES_UNIT);

    private final String name;
    private final ValueType<T> type;
    private final Optional<String> defaultText;
    private final String description;
    private final List<String> environmentNames;

    private ConfigKey(
            String name,
            ValueType<T> type,
            Optional<String> defaultText,
            String description,
            List<String> ownNames,
            List<String> sharedNames) {
        this.name = name;
        this.type = type;
        this.defaultText = defaultText;
        this.description = description;
        List<String> names = new ArrayList<>(ownNames);
        names.add(ENVIRONMENT_PREFIX + environmentForm(name));
        names.addAll(sharedNames);
        this.environmentNames = List.copyOf(names);
    }

    private static <T> ConfigKey<T> required(
            String name, ValueType<T> type, String defaultText, String description, String... sharedNames) {
        return required(name, type, defaultText, description, List.of(), List.of(sharedNames));
    }

    private static <T> ConfigKey<T> required(
            String name,
            ValueType<T> type,
            String defaultText,
            String description,
            List<String> ownNames,
            List<String> sharedNames) {
        return new ConfigKey<>(name, type, Optional.of(defaultText), description, ownNames, sharedNames);
    }

    private static <T> ConfigKey<Optional<T>> optional(
            String name, ValueType<T> type, String description, String... sharedNames) {
        return new ConfigKey<>(name, type.asOptional(), Optional.empty(), description, List.of(), List.of(sharedNames));
    }

    static String environmentForm(String name) {
        return Texts.upper(name).replace('.', '_').replace('-', '_');
    }

    /**
     * Every setting.
     *
     * @return in the order of the reference page
     */
    public static List<ConfigKey<?>> all() {
        return ALL;
    }

    /**
     * Looks a setting up.
     *
     * @param name as in files
     * @return the setting of exactly that name
     */
    public static Optional<ConfigKey<?>> named(String name) {
        for (ConfigKey<?> key : ALL) {
            if (key.name.equals(name)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** The name in files and messages, for example {@code lock.timeout}. */
    public String name() {
        return name;
    }

    /** The environment variables that set it, strongest first; never empty. */
    public List<String> environmentNames() {
        return environmentNames;
    }

    /** What to write: {@code DURATION}, {@code true|false}, {@code refuse|apply}. */
    public String valueHint() {
        return type.hint();
    }

    /** The default as one would write it, or empty if there is none. */
    public Optional<String> defaultText() {
        return defaultText;
    }

    /** One sentence. */
    public String description() {
        return description;
    }

    /** Whether the value is never shown, not even a part of it. A URL is shown without its password. */
    public boolean isSecret() {
        return type.secret();
    }

    T defaultValue(Path baseDir) {
        return defaultText.isPresent() ? type.parse(defaultText.get(), baseDir) : type.absent();
    }

    T parse(String text, Path baseDir) {
        return type.parse(text, baseDir);
    }

    String shown(T value) {
        return type.shown(value);
    }

    /** The {@link #name()}. */
    @Override
    public String toString() {
        return name;
    }
}
