package dev.switchback.core.wiring;

import dagger.Module;
import dagger.Provides;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.config.LockType;
import dev.switchback.api.config.Settings;
import dev.switchback.api.spi.OpenRequest;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.HistoryLocation;
import dev.switchback.core.domain.ddl.DdlRenderer;
import dev.switchback.core.domain.ddl.H2Ddl;
import dev.switchback.core.domain.ddl.MariadbDdl;
import dev.switchback.core.domain.ddl.PostgresqlDdl;
import dev.switchback.core.domain.ddl.SqliteDdl;
import dev.switchback.core.entities.HibernateEntityModel;
import dev.switchback.core.jdbc.DatabaseErrors;
import dev.switchback.core.jdbc.JdbcDatabase;
import dev.switchback.core.jdbc.JdbcJournal;
import dev.switchback.core.jdbc.SessionSettings;
import dev.switchback.core.jdbc.UrlConnections;
import dev.switchback.core.jdbc.inspect.H2SchemaInspector;
import dev.switchback.core.jdbc.inspect.MariadbSchemaInspector;
import dev.switchback.core.jdbc.inspect.PostgresqlSchemaInspector;
import dev.switchback.core.jdbc.inspect.SqliteSchemaInspector;
import dev.switchback.core.jdbc.scratch.JdbcScratchDatabases;
import dev.switchback.core.port.Database;
import dev.switchback.core.port.EngineContext;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.port.OtherDatabases;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.SchemaInspector;
import dev.switchback.core.port.ScratchDatabases;
import dev.switchback.core.redaction.SecretRedaction;
import dev.switchback.core.usecase.schema.DefaultSchemaProof;
import dev.switchback.core.usecase.schema.SchemaPorts;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What compares schemas and makes migrations of them. */
@Module
final class SchemaModule {
    private SchemaModule() {}

    @Provides
    @Singleton
    static SchemaPorts schemas(
            OpenRequest request,
            Settings settings,
            Database database,
            MigrationFiles files,
            EngineCatalog catalog,
            EngineContext context,
            HistoryLocation history,
            Redaction redaction) {
        Supplier<SchemaInspector> inspector = () -> inspector(database.dialect());
        Supplier<DdlRenderer> renderer = () -> renderer(database);
        ScratchDatabases scratch = new JdbcScratchDatabases(
                database,
                request.dataSource().isPresent() ? Optional.empty() : Optional.of(settings.database()),
                settings.get(ConfigKey.SCRATCH_URL),
                redaction,
                request.clock(),
                settings.get(ConfigKey.CONNECT_TIMEOUT));
        Set<String> ignored = ignored(catalog, history);
        return new SchemaPorts(
                database,
                others(settings),
                scratch,
                new DefaultSchemaProof(scratch, inspector, renderer, context.sender(), ignored),
                inspector,
                renderer,
                new HibernateEntityModel(
                        settings.get(ConfigKey.ENTITIES_CLASSPATH).orElse(List.of()),
                        settings.get(ConfigKey.ENTITIES_PACKAGES).orElse(List.of()),
                        settings.get(ConfigKey.ENTITIES_UNIT),
                        request.classLoader()),
                context.sender(),
                redaction,
                files,
                settings.get(ConfigKey.PLACEHOLDERS_ENABLED),
                settings.get(ConfigKey.MODEL),
                settings.baseDir(),
                ignored);
    }

    private static SchemaInspector inspector(Dialect dialect) {
        return switch (dialect) {
            case H2 -> new H2SchemaInspector();
            case MARIADB -> new MariadbSchemaInspector();
            case POSTGRESQL -> new PostgresqlSchemaInspector();
            case SQLITE -> new SqliteSchemaInspector();
        };
    }

    private static DdlRenderer renderer(Database database) {
        return switch (database.kind()) {
            case H2 -> new H2Ddl();
            case MARIADB -> MariadbDdl.ofMariadb();
            case MYSQL -> MariadbDdl.ofMysql(() -> database.read(MariadbSchemaInspector::charset));
            case POSTGRESQL -> new PostgresqlDdl();
            case SQLITE -> new SqliteDdl();
        };
    }

    /** In the schema of the migrations too, where that is not a database. */
    private static OtherDatabases others(Settings settings) {
        return url -> new JdbcDatabase(
                new UrlConnections(url, settings.get(ConfigKey.CONNECT_TIMEOUT)),
                new DatabaseErrors(SecretRedaction.of(url.secrets(), Map.of())),
                new SessionSettings(
                        url.kind() == DatabaseKind.POSTGRESQL || url.kind() == DatabaseKind.H2
                                ? settings.get(ConfigKey.SCHEMA)
                                : Optional.empty(),
                        Optional.empty(),
                        settings.get(ConfigKey.DDL_LOCK_TIMEOUT),
                        settings.get(ConfigKey.STATEMENT_TIMEOUT),
                        settings.get(ConfigKey.CONNECT_TIMEOUT)),
                LockType.AUTO,
                connection -> "",
                settings.get(ConfigKey.CONNECT_TIMEOUT));
    }

    /** The tables of all engines: a database may have changed its engine. */
    private static Set<String> ignored(EngineCatalog catalog, HistoryLocation history) {
        Set<String> tables = new HashSet<>(Set.of(history.table(), JdbcJournal.TABLE, "DATABASECHANGELOGLOCK"));
        catalog.infos().forEach(engine -> tables.add(engine.historyTable()));
        return tables;
    }
}
