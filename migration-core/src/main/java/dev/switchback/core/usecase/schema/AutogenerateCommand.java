package dev.switchback.core.usecase.schema;

import dev.switchback.api.error.UnprovenMigrationException;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.schema.AutogenerateRequest;
import dev.switchback.api.schema.AutogenerateResult;
import dev.switchback.api.schema.Rename;
import dev.switchback.api.schema.SchemaChange;
import dev.switchback.core.domain.ddl.DdlRenderer;
import dev.switchback.core.domain.schema.Constraint;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.Renames;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.domain.schema.SchemaDifference;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.port.SchemaProof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a migration of the difference between two schemas, and proves it before it is written. */
public final class AutogenerateCommand {

    private final SchemaPorts ports;
    private final SchemaLoader loader;

    /**
     * Creates it.
     *
     * @param ports what is behind the ports
     * @param steps the migrations
     */
    public AutogenerateCommand(SchemaPorts ports, MigrationSteps steps) {
        this.ports = ports;
        this.loader = new SchemaLoader(ports, steps);
    }

    /**
     * A way and the way back.
     *
     * @param up the way
     * @param down the way back, if one is wanted
     * @param irreversible why the way back cannot bring everything
     */
    private record Ways(List<DdlStatement> up, Optional<List<DdlStatement>> down, Optional<String> irreversible) {}

    /**
     * Does it.
     *
     * @param request what to make it from
     * @return what was written
     */
    public AutogenerateResult run(AutogenerateRequest request) {
        SchemaLoader.Loaded desired = loader.load(request.desired());
        SchemaLoader.Loaded current = loader.load(request.current());
        Renames renames = LikelyRenames.decide(
                current.schema(),
                desired.schema(),
                GivenRenames.of(request.renames(), current.schema(), desired.schema()),
                request.decision());
        DatabaseSchema renamed = renamed(current, renames);
        HeldBack target = request.allowDrops()
                ? HeldBack.nothing(desired.schema())
                : HeldBack.of(renamed, desired.schema(), name -> true);
        SchemaDifference difference = SchemaDiff.between(renamed, target.schema());
        List<String> notes = notes(current, desired);
        notes.addAll(desired.rows().notes(difference));
        PendingDrops pending = new PendingDrops(ports.files().folders());
        List<SchemaChange> changes = SchemaWords.of(difference);
        if (difference.isEmpty()
                && renames.tables().isEmpty()
                && renames.columns().isEmpty()) {
            Optional<Path> listed = request.dryRun() ? Optional.empty() : pending.write(target.names());
            return new AutogenerateResult(
                    Optional.empty(), changes, List.of(), 0, Optional.empty(), target.names(), listed, notes);
        }
        if (!request.allowRequired()) {
            Risks.refuseRequired(difference, desired.schema());
        }
        Ways ways = ways(request, renames, current, difference, desired);
        if (ports.placeholders()) {
            UnmeantPlaceholders.refuse(ways.up());
            UnmeantPlaceholders.refuse(ways.down().orElse(List.of()));
        }
        notes.addAll(prove(current, target.schema(), ways));
        CreateResult files = write(request, ways);
        return new AutogenerateResult(
                Optional.of(files),
                changes,
                words(renames),
                ways.up().size(),
                ways.down().isPresent() ? Optional.empty() : ways.irreversible(),
                target.names(),
                request.dryRun() ? Optional.empty() : pending.write(target.names()),
                notes);
    }

    /** The database itself says what a rename does to views, keys and checks. */
    private DatabaseSchema renamed(SchemaLoader.Loaded current, Renames renames) {
        List<DdlStatement> statements = ports.renderer().get().rename(renames, current.schema());
        if (statements.isEmpty()) {
            return current.schema();
        }
        return loader.inspect(connection -> {
            current.start().build(connection);
            loader.send(statements, connection);
        });
    }

    private Ways ways(
            AutogenerateRequest request,
            Renames renames,
            SchemaLoader.Loaded current,
            SchemaDifference difference,
            SchemaLoader.Loaded desired) {
        DdlRenderer renderer = ports.renderer().get();
        List<DdlStatement> names = renderer.rename(renames, current.schema());
        List<DdlStatement> changes =
                new MadeUpNames(loader, renderer).render(current.start(), names, difference, desired);
        List<DdlStatement> up =
                renderer.together(join(join(names, changes), desired.rows().of(difference)));
        if (!request.allowDrops()) {
            Risks.refuseLoss(up);
        }
        Optional<String> irreversible = Risks.irreversible(
                up,
                HeldBack.of(difference.from(), difference.to(), name -> true).names());
        boolean back = request.withDown() && (irreversible.isEmpty() || request.lossyDown());
        Optional<List<DdlStatement>> down =
                back ? Optional.of(wayBack(renames, current, up, difference)) : Optional.empty();
        return new Ways(up, down.map(renderer::together), irreversible);
    }

    /** The old names first, as they are when views and functions are made that read them; unless something new has them. */
    private List<DdlStatement> wayBack(
            Renames renames, SchemaLoader.Loaded current, List<DdlStatement> up, SchemaDifference difference) {
        DdlRenderer renderer = ports.renderer().get();
        DatabaseSchema there = reached(current, up, difference.to());
        List<DdlStatement> names = renderer.rename(renames.inverse(), there);
        Optional<DatabaseSchema> renamed =
                names.isEmpty() ? Optional.empty() : loader.after(current.start(), join(up, names));
        MadeUpNames madeUp = new MadeUpNames(loader, renderer);
        return renamed.map(from -> madeUp.back(
                        current, up, SchemaDiff.between(from, current.schema()), changes -> join(names, changes)))
                .orElseGet(() -> madeUp.back(
                        current, up, SchemaDiff.between(there, difference.from()), changes -> join(changes, names)));
    }

    /**
     * Where the way up ends. The names that a database makes up for constraints depend on what it has had before, so those
     * of the model are not those that the way back has to name.
     */
    private DatabaseSchema reached(SchemaLoader.Loaded current, List<DdlStatement> up, DatabaseSchema wanted) {
        boolean madeUp = wanted.tables().values().stream()
                .flatMap(table -> table.constraints().stream())
                .anyMatch(Constraint::isNameMadeUp);
        return madeUp
                ? loader.after(current.start(), up)
                        .filter(reached -> SchemaDiff.between(reached, wanted).isEmpty())
                        .orElse(wanted)
                : wanted;
    }

    private List<String> prove(SchemaLoader.Loaded current, DatabaseSchema to, Ways ways) {
        SchemaProof.Verdict verdict = ports.proof()
                .prove(new SchemaProof.Trial(current.start(), current.schema(), to, ways.up(), ways.down()));
        if (!verdict.holds()) {
            throw new UnprovenMigrationException(
                    verdict.failures().stream().map(this::line).toList(),
                    verdict.failures().stream().anyMatch(SchemaProof.Failure::missing));
        }
        return verdict.notes();
    }

    private String line(SchemaProof.Failure failure) {
        StringBuilder line = new StringBuilder(failure.down() ? "the way down: " : "the way up: ")
                .append(ports.redaction().clean(failure.reason()));
        failure.statement().ifPresent(sql -> line.append("\n  ").append(sql.replace("\n", "\n  ")));
        failure.remaining()
                .map(SchemaWords::of)
                .orElse(List.of())
                .forEach(change -> line.append("\n  still ").append(change));
        return line.toString();
    }

    private CreateResult write(AutogenerateRequest request, Ways ways) {
        MigrationText text = new MigrationText(ports.database().dialect().sql());
        List<String> directives = new ArrayList<>(directives(ways.up()));
        if (ways.down().isEmpty()) {
            directives.add("irreversible "
                    + ways.irreversible().orElse("no down script was wanted").replace('\n', ' '));
        }
        String up = text.of(ways.up(), directives, List.of("Made from a difference, and tried in a scratch database."));
        Optional<String> down = ways.down()
                .map(statements -> text.of(
                        statements,
                        directives(statements),
                        ways.irreversible().map(why -> "It does not bring back all rows: " + why).stream()
                                .toList()));
        return ports.files().create(request.files(down.isPresent()), new MigrationFiles.Scripts(up, down));
    }

    private List<String> directives(List<DdlStatement> statements) {
        return ports.renderer().get().needsNoTransaction(statements) ? List.of("transaction=off") : List.of();
    }

    private static List<DdlStatement> join(List<DdlStatement> some, List<DdlStatement> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static List<String> notes(SchemaLoader.Loaded current, SchemaLoader.Loaded desired) {
        List<String> notes = new ArrayList<>();
        Stream.of(current, desired)
                .flatMap(loaded -> loaded.schema().unsupported().stream())
                .distinct()
                .forEach(line -> notes.add("not compared: " + line));
        return notes;
    }

    private static List<Rename> words(Renames renames) {
        List<Rename> words = new ArrayList<>();
        renames.tables()
                .forEach((before, after) ->
                        words.add(new Rename(before.toString(), Optional.empty(), after.toString())));
        renames.columns()
                .forEach((table, names) -> names.forEach(
                        (before, after) -> words.add(new Rename(table.toString(), Optional.of(before), after))));
        return words;
    }
}
