package dev.switchback.core.usecase.schema;

import dev.switchback.api.config.SchemaSource;
import dev.switchback.api.schema.SchemaComparison;
import dev.switchback.api.schema.SchemaListing;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.domain.schema.SchemaDifference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Everything that compares schemas or shows one, and writes nothing. */
public final class Comparisons {

    private final SchemaPorts ports;
    private final SchemaLoader loader;

    /**
     * Creates it.
     *
     * @param ports what is behind the ports
     * @param steps the migrations
     */
    public Comparisons(SchemaPorts ports, MigrationSteps steps) {
        this.ports = ports;
        this.loader = new SchemaLoader(ports, steps);
    }

    /**
     * Compares two schemas.
     *
     * @param from the first
     * @param to the second
     * @return what differs
     */
    public SchemaComparison diff(SchemaSource from, SchemaSource to) {
        return compare(loader.load(from), loader.load(to), Set.of());
    }

    /** Compares what the migrations make with the model; what is held back knowingly is no difference. */
    public SchemaComparison checkModel() {
        SchemaLoader.Loaded model = loader.load(new SchemaSource.Model());
        return compare(
                loader.load(new SchemaSource.Migrations()),
                model,
                pendingDrops().read());
    }

    /** Compares what the migrations made that the database has had with the database. */
    public SchemaComparison drift() {
        SchemaLoader.Loaded applied = loader.applied();
        SchemaLoader.Loaded live = loader.load(new SchemaSource.Live());
        SchemaComparison found = compare(applied, live, Set.of());
        return found.changes().isEmpty()
                ? found
                : loader.appliedAndRepeatable()
                        .map(other -> compare(
                                applied.with(EitherSchema.of(live.schema(), applied.schema(), other)), live, Set.of()))
                        .orElse(found);
    }

    /**
     * A schema as SQL.
     *
     * @param source which
     * @return what makes it
     */
    public SchemaListing inspect(SchemaSource source) {
        SchemaLoader.Loaded loaded = loader.load(source);
        return new SchemaListing(
                loaded.source().toString(),
                SchemaWords.statements(ports.renderer().get().create(loaded.schema())),
                notes(loaded));
    }

    private SchemaComparison compare(SchemaLoader.Loaded from, SchemaLoader.Loaded to, Set<String> known) {
        HeldBack held = known.isEmpty()
                ? HeldBack.nothing(to.schema())
                : HeldBack.of(from.schema(), to.schema(), known::contains);
        SchemaDifference difference = SchemaDiff.between(from.schema(), held.schema());
        Set<String> notes = new LinkedHashSet<>(notes(from));
        notes.addAll(notes(to));
        return new SchemaComparison(
                from.source().toString(),
                to.source().toString(),
                SchemaWords.of(difference),
                SchemaWords.statements(ports.renderer().get().render(difference)),
                held.names(),
                List.copyOf(notes));
    }

    private static List<String> notes(SchemaLoader.Loaded loaded) {
        List<String> notes = new ArrayList<>();
        loaded.schema().unsupported().forEach(line -> notes.add("not compared: " + line));
        return notes;
    }

    private PendingDrops pendingDrops() {
        return new PendingDrops(ports.files().folders());
    }
}
