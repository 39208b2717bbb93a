package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.ddl.PostgresqlScript.Phase;
import dev.switchback.core.domain.schema.Change;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.SchemaObject;
import dev.switchback.core.domain.schema.SchemaObject.Kind;
import dev.switchback.core.domain.schema.Sequence;
import dev.switchback.core.domain.schema.UserType;
import java.util.Optional;

/** Changes the types and sequences of PostgreSQL. */
final class PostgresqlObjects {

    private final PostgresqlScript script;
    private final PostgresqlRebuild rebuild;

    PostgresqlObjects(PostgresqlScript script, PostgresqlRebuild rebuild) {
        this.script = script;
        this.rebuild = rebuild;
    }

    void create(UserType type) {
        script.add(Phase.TYPES_AND_ROUTINES, statement(type));
        comment(Phase.TYPES_AND_ROUTINES, type, Optional.empty(), type.comment());
    }

    private static String statement(UserType type) {
        return "CREATE " + type.kind().name().replace("ENUM", "TYPE") + " " + PostgresqlNames.of(type.name()) + " AS "
                + type.definition();
    }

    void drop(UserType type) {
        script.add(Phase.DROP_THE_REST, "DROP " + word(type.kind()) + " " + PostgresqlNames.of(type.name()));
    }

    void replace(UserType before, UserType after) {
        if (!rebuild.isRebuilt(before)) {
            alter(before, after);
            comment(Phase.TYPES_AND_ROUTINES, after, before.comment(), after.comment());
            return;
        }
        ObjectName aside = new ObjectName(before.name().schema(), before.name().name() + "__old");
        script.add(
                Phase.RENAMES,
                new DdlStatement(
                        "ALTER " + word(before.kind()) + " " + PostgresqlNames.of(before.name()) + " RENAME TO "
                                + PostgresqlNames.of(aside),
                        Risk.NONE,
                        Optional.of(
                                "cannot be altered: a new type takes its place, and the columns are converted; it may then be"
                                        + " used by everybody (PUBLIC): grant and revoke again what was")));
        if (before.kind() == Kind.DOMAIN && PostgresqlDomain.of(before).required()) {
            // the demand has a name, which the new one is to have
            script.add(Phase.RENAMES, "ALTER DOMAIN " + PostgresqlNames.of(aside) + " DROP NOT NULL");
        }
        create(after);
        script.add(Phase.DROP_THE_REST, "DROP " + word(before.kind()) + " " + PostgresqlNames.of(aside));
    }

    private void alter(UserType before, UserType after) {
        String name = PostgresqlNames.of(after.name());
        if (after.kind() == Kind.DOMAIN) {
            for (String clause : PostgresqlDomain.of(before).changesTo(PostgresqlDomain.of(after))) {
                boolean rejects = clause.startsWith("ADD ") || clause.equals("SET NOT NULL");
                script.add(
                        Phase.TYPES_AND_ROUTINES,
                        new DdlStatement(
                                "ALTER DOMAIN " + name + " " + clause,
                                rejects ? Risk.REJECTS_ROWS : Risk.NONE,
                                rejects
                                        ? Optional.of("fails if a value of a column of type " + name + " does not fit")
                                        : Optional.empty()));
            }
            return;
        }
        for (int i = 0; i < after.labels().size(); i++) {
            String label = after.labels().get(i);
            if (before.labels().contains(label)) {
                continue;
            }
            boolean last =
                    after.labels().subList(i, after.labels().size()).stream().noneMatch(before.labels()::contains);
            String place = last
                    ? ""
                    : i == 0
                            ? " BEFORE " + PostgresqlNames.text(before.labels().get(0))
                            : " AFTER " + PostgresqlNames.text(after.labels().get(i - 1));
            script.add(
                    Phase.TYPES_AND_ROUTINES,
                    "ALTER TYPE " + name + " ADD VALUE " + PostgresqlNames.text(label) + place);
        }
    }

    void create(Sequence sequence) {
        String brief = options(sequence).brief("bigint");
        script.add(
                Phase.TYPES_AND_ROUTINES,
                ("CREATE SEQUENCE " + PostgresqlNames.of(sequence.name()) + " " + brief).strip());
        owner(Optional.empty(), sequence);
        comment(Phase.TYPES_AND_ROUTINES, sequence, Optional.empty(), sequence.comment());
    }

    /** That it belongs to a column can only be said when the column is there. */
    private void owner(Optional<Sequence> before, Sequence after) {
        Optional<String> then = before.flatMap(s -> SequenceOptions.ownerIn(s.options()));
        Optional<String> now = SequenceOptions.ownerIn(after.options());
        if (!then.equals(now)) {
            script.add(
                    Phase.ADD_CONSTRAINTS,
                    "ALTER SEQUENCE " + PostgresqlNames.of(after.name()) + " " + now.orElse("OWNED BY NONE"));
        }
    }

    void drop(Sequence sequence) {
        String name = PostgresqlNames.of(sequence.name());
        script.addLosing(
                Phase.DROP_THE_REST,
                "DROP SEQUENCE " + (SequenceOptions.ownerIn(sequence.options()).isPresent() ? "IF EXISTS " : "") + name,
                "where " + name + " stands is lost");
    }

    void replace(Sequence before, Sequence after) {
        String changes = options(after).changesFrom(options(before));
        if (!changes.isEmpty()) {
            String sql = "ALTER SEQUENCE " + PostgresqlNames.of(after.name()) + " " + changes;
            if (options(after).isOutside(options(before))) {
                script.addLosing(Phase.TYPES_AND_ROUTINES, sql, "it begins anew, where it stood is lost");
            } else {
                script.add(Phase.TYPES_AND_ROUTINES, sql);
            }
        }
        owner(Optional.of(before), after);
        comment(Phase.TYPES_AND_ROUTINES, after, before.comment(), after.comment());
    }

    /** What it counts, without whose it is. */
    static SequenceOptions options(Sequence sequence) {
        String owner =
                SequenceOptions.ownerIn(sequence.options()).map(o -> " " + o).orElse("");
        return SequenceOptions.parse(
                sequence.options().substring(0, sequence.options().length() - owner.length()));
    }

    /** The comment of anything that has a name of its own. */
    void comment(Phase phase, SchemaObject object, Optional<String> before, Optional<String> after) {
        if (!before.equals(after)) {
            script.add(
                    phase,
                    "COMMENT ON " + word(object.kind()) + " " + PostgresqlNames.of(object.name()) + " IS "
                            + after.map(PostgresqlNames::text).orElse("NULL"));
        }
    }

    static String word(Kind kind) {
        return switch (kind) {
            case ENUM -> "TYPE";
            case MATERIALIZED_VIEW -> "MATERIALIZED VIEW";
            default -> kind.name();
        };
    }

    /** One change of a type or a sequence; of anything else, nothing. */
    void write(Change change) {
        if (change instanceof Change.Replaced replaced) {
            if (replaced.before() instanceof UserType before && replaced.after() instanceof UserType after) {
                replace(before, after);
            } else if (replaced.before() instanceof Sequence before && replaced.after() instanceof Sequence after) {
                replace(before, after);
            }
        } else if (change instanceof Change.Dropped dropped && dropped.object() instanceof Sequence sequence) {
            drop(sequence);
        }
    }
}
