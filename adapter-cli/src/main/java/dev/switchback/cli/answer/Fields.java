package dev.switchback.cli.answer;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.DatabaseInfo;
import dev.switchback.api.model.EngineInfo;
import dev.switchback.api.model.ExecutedMigration;
import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.Meanwhile;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationStatus;
import dev.switchback.api.model.Problem;
import java.util.Locale;

/** How the values of the API look as data; the same everywhere. */
final class Fields {
    private Fields() {}

    static Document database(DatabaseInfo database) {
        Document document = new Document()
                .put("name", database.name())
                .put("product", database.product())
                .put("version", database.version().isEmpty() ? null : database.version())
                .put("exists", database.exists())
                .text("user", database.user())
                .put("readOnly", database.readOnly());
        database.server()
                .ifPresent(server -> document.put("host", server.host()).put("port", server.port()));
        return document;
    }

    static Document engine(EngineInfo engine) {
        return new Document().put("id", engine.id()).put("name", engine.name()).put("version", engine.version());
    }

    static void status(MigrationStatus status, Document to) {
        to.text("version", status.version())
                .put("description", status.description())
                .put("script", status.script())
                .put("state", States.symbol(status.state()))
                .text(
                        "kind",
                        status.migration()
                                .map(m -> kind(m.kind()))
                                .or(() -> status.applied().map(a -> kind(a.kind()))))
                .put("reversible", status.migration().map(Migration::reversible).orElse(null))
                .text("sha256", status.migration().map(Migration::sha256))
                .instant("appliedAt", status.applied().flatMap(AppliedMigration::appliedAt))
                .text("appliedBy", status.applied().flatMap(AppliedMigration::appliedBy))
                .millis("durationMs", status.applied().flatMap(AppliedMigration::executionTime));
    }

    static void applied(AppliedMigration applied, Document to) {
        to.put("order", applied.order())
                .text("version", applied.version())
                .put("description", applied.description())
                .put("script", applied.script())
                .put("kind", kind(applied.kind()))
                .put("state", applied.state().name().toLowerCase(Locale.ROOT))
                .text("checksum", applied.checksum())
                .instant("appliedAt", applied.appliedAt())
                .text("appliedBy", applied.appliedBy())
                .millis("durationMs", applied.executionTime())
                .strings("tags", applied.tags());
    }

    static void migration(Migration migration, Document to) {
        to.text("version", migration.version())
                .put("description", migration.description())
                .put("script", migration.script())
                .put("kind", kind(migration.kind()))
                .put("reversible", migration.reversible())
                .put("sha256", migration.sha256());
    }

    static void executed(ExecutedMigration executed, Document to) {
        migration(executed.migration(), to);
        to.put("statements", executed.statements())
                .put("durationMs", executed.duration().toMillis());
    }

    static void holder(LockHolder holder, Document to) {
        to.put("kind", holder.kind().name().toLowerCase(Locale.ROOT))
                .put("name", holder.name())
                .put("pid", holder.pid().orElse(null))
                .text("host", holder.host())
                .text("session", holder.session())
                .instant("since", holder.since())
                .millis("ageMs", holder.age())
                .text("statement", holder.statement())
                .text("release", holder.release());
    }

    static Document meanwhile(Meanwhile meanwhile) {
        return new Document()
                .put("direction", meanwhile.direction().name().toLowerCase(Locale.ROOT))
                .list("migrations", meanwhile.migrations(), Fields::migration)
                .list("by", meanwhile.by(), Fields::holder);
    }

    static void problem(Problem problem, Document to) {
        to.put("kind", problem.kind().name())
                .put("script", problem.script())
                .text("version", problem.version())
                .put("message", problem.message())
                .put("next", problem.nextStep());
    }

    private static String kind(MigrationKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
