package dev.switchback.core.domain;

import dev.switchback.api.model.AppliedMigration;
import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Migrations and histories in few words: {@code V1}, {@code V2!} (without a down script), {@code Rviews}, {@code B3}. */
final class Given {
    private Given() {}

    static Offer files(String... names) {
        List<MigrationScript> scripts = new ArrayList<>();
        for (String name : names) {
            scripts.add(script(name));
        }
        return new Offer(scripts, List.of(), List.of());
    }

    static MigrationScript script(String name) {
        boolean reversible = name.startsWith("V") && !name.endsWith("!");
        String plain = name.replace("!", "");
        MigrationKind kind = kind(plain);
        String file = file(plain);
        Optional<String> downFile = reversible ? Optional.of("U" + file.substring(1)) : Optional.empty();
        Migration migration = new Migration(kind, version(plain), description(plain), file, "00", downFile);
        return new MigrationScript(migration, sql(file), downFile.map(Given::sql), Optional.empty());
    }

    /** Rows in order of application; {@code V2x} failed, {@code =3} is a baseline marker. */
    static List<AppliedMigration> history(String... names) {
        List<AppliedMigration> rows = new ArrayList<>();
        for (String name : names) {
            AppliedMigration.State state = name.endsWith("x")
                    ? AppliedMigration.State.FAILED
                    : name.startsWith("=") ? AppliedMigration.State.BASELINE : AppliedMigration.State.APPLIED;
            String plain = name.replace("x", "").replace("=", "B");
            rows.add(new AppliedMigration(
                    rows.size() + 1,
                    kind(plain),
                    version(plain),
                    description(plain),
                    file(plain),
                    state,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return rows;
    }

    static Reconciliation state(Offer offer, List<AppliedMigration> history) {
        return verifier(Policies.defaults()).reconcile(offer, history);
    }

    /** One for which every file is as it was applied. */
    static HistoryVerifier verifier(Policies policies) {
        return verifier(policies, (script, row) -> false, (script, row) -> false);
    }

    static HistoryVerifier verifier(
            Policies policies,
            BiPredicate<MigrationScript, AppliedMigration> edited,
            BiPredicate<MigrationScript, AppliedMigration> renamed) {
        return new HistoryVerifier(policies, new RowComparison() {
            @Override
            public boolean isEdited(MigrationScript offered, AppliedMigration applied) {
                return edited.test(offered, applied);
            }

            @Override
            public boolean isRenamed(MigrationScript offered, AppliedMigration applied) {
                return renamed.test(offered, applied);
            }
        });
    }

    private static SqlScript sql(String file) {
        return new SqlScript(file, "select 1;", "select 1;", SqlScript.Transaction.AUTO);
    }

    private static MigrationKind kind(String name) {
        return switch (name.charAt(0)) {
            case 'V' -> MigrationKind.VERSIONED;
            case 'B' -> MigrationKind.BASELINE;
            default -> MigrationKind.REPEATABLE;
        };
    }

    private static Optional<MigrationVersion> version(String name) {
        return name.startsWith("R") ? Optional.empty() : Optional.of(MigrationVersion.of(name.substring(1)));
    }

    private static String description(String name) {
        return name.startsWith("R") ? name.substring(1) : "step";
    }

    private static String file(String name) {
        return name.startsWith("R") ? "R__" + name.substring(1) + ".sql" : name + "__step.sql";
    }
}
