package dev.switchback.api.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The types of values that settings have. */
final class ValueTypes {
    static final ValueType<DatabaseUrl> DATABASE_URL = ValueType.of("URL", ValueForm.DATABASE_URL);
    static final ValueType<Secret> SECRET = ValueType.of("TEXT", ValueForm.SECRET);
    static final ValueType<String> USER = ValueType.of("NAME", ValueForm.VISIBLE);
    static final ValueType<String> IDENTIFIER = ValueType.of("NAME", ValueForm.IDENTIFIER);
    static final ValueType<String> ENGINE = ValueType.of("auto|ENGINE", ValueForm.ENGINE);
    static final ValueType<List<String>> DIRECTORIES = ValueType.of("DIR[,DIR...]", ValueForm.DIRECTORIES);
    static final ValueType<List<Path>> PATHS = ValueType.of("PATH[,PATH...]", ValueForm.PATHS);
    static final ValueType<List<String>> NAMES = ValueType.of("NAME[,NAME...]", ValueForm.NAMES);
    static final ValueType<SchemaSource> SCHEMA_SOURCE = ValueType.of("PATH|URL|entities", ValueForm.SCHEMA_SOURCE);
    static final ValueType<Duration> DURATION = ValueType.of("DURATION", ValueForm.DURATION);
    static final ValueType<Integer> COUNT = ValueType.of("NUMBER", ValueForm.COUNT);
    static final ValueType<Integer> PORT = ValueType.of("PORT", ValueForm.PORT);
    static final ValueType<Integer> POOL_SIZE = ValueType.of("NUMBER", ValueForm.POOL_SIZE);
    static final ValueType<Boolean> BOOLEAN = ValueType.of("true|false", ValueForm.BOOLEAN);
    static final ValueType<StartupMode> STARTUP_MODE = ValueType.ofWords(StartupMode.class, ValueForm.STARTUP_MODE);
    static final ValueType<PendingStatus> PENDING_STATUS = ValueType.ofWords(PendingStatus.class, ValueForm.STATUS);

    private ValueTypes() {}

    /** The constants in lower case, with hyphens. */
    static <E extends Enum<E>> ValueType<E> words(Class<E> type) {
        return ValueType.ofWords(type, ValueForm.WORD);
    }
}
