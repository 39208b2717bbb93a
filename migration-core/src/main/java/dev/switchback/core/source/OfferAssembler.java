package dev.switchback.core.source;

import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem.Kind;
import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.domain.MigrationFileName.Prefix;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.Offer;
import dev.switchback.core.domain.SqlScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes one list of the files of all locations: finds duplicates, gives each migration its down script, and puts them in
 * order: versioned, baselines, repeatable; by version, or by description as Flyway does.
 */
final class OfferAssembler {
    private final Findings findings;
    private final Map<MigrationVersion, ReadScript> versioned = new TreeMap<>();
    private final Map<MigrationVersion, ReadScript> down = new TreeMap<>();
    private final Map<MigrationVersion, ReadScript> baselines = new TreeMap<>();
    private final Map<String, ReadScript> repeatable = new HashMap<>();

    OfferAssembler(Findings findings) {
        this.findings = findings;
    }

    void add(ReadScript script) {
        MigrationFileName name = script.file().name();
        switch (name.prefix()) {
            case V -> put(versioned, name.version().orElseThrow(), script);
            case U -> put(down, name.version().orElseThrow(), script);
            case B -> put(baselines, name.version().orElseThrow(), script);
            case R -> put(repeatable, folded(name.description()), script);
        }
    }

    /** Names that a case-insensitive or normalising file system holds for the same are the same. */
    private static String folded(String description) {
        return Normalizer.normalize(description, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private <K> void put(Map<K, ReadScript> scripts, K key, ReadScript script) {
        ReadScript first = scripts.putIfAbsent(key, script);
        if (first != null) {
            noteDuplicate(first.file(), script.file());
        }
    }

    private void noteDuplicate(SourceFile first, SourceFile second) {
        boolean isRepeatable = second.name().prefix() == Prefix.R;
        String what = isRepeatable ? "has the same description as " : "has the same version as ";
        String advice = first.path().equals(second.path())
                ? "keep the file in one of the two places"
                : "give one of them another " + (isRepeatable ? "description" : "version")
                        + "; the one that is not applied anywhere yet";
        findings.add(Kind.DUPLICATE, second, what + first.origin(), advice);
    }

    Offer assemble() {
        List<MigrationScript> migrations = new ArrayList<>();
        for (Map.Entry<MigrationVersion, ReadScript> script : versioned.entrySet()) {
            migrations.add(migration(
                    MigrationKind.VERSIONED, script.getValue(), downScript(script.getKey(), script.getValue())));
        }
        for (ReadScript script : baselines.values()) {
            migrations.add(migration(MigrationKind.BASELINE, script, Optional.empty()));
        }
        for (ReadScript script : byDescription()) {
            migrations.add(migration(MigrationKind.REPEATABLE, script, Optional.empty()));
        }
        for (Map.Entry<MigrationVersion, ReadScript> script : down.entrySet()) {
            if (!versioned.containsKey(script.getKey())) {
                noteOrphan(script.getKey(), script.getValue().file());
            }
        }
        return new Offer(migrations, findings.problems(), findings.warnings());
    }

    private List<ReadScript> byDescription() {
        List<ReadScript> scripts = new ArrayList<>(repeatable.values());
        if (scripts.size() > 1) {
            scripts.sort((a, b) ->
                    a.file().name().description().compareTo(b.file().name().description()));
        }
        return scripts;
    }

    private void noteOrphan(MigrationVersion version, SourceFile file) {
        findings.add(
                Kind.ORPHAN,
                file,
                "reverts version " + version + ", but there is no V" + version + "__….sql",
                "restore the migration, or delete the down script");
    }

    /** A down script of its own goes before what an engine knows without one. */
    private Optional<SqlScript> downScript(MigrationVersion version, ReadScript up) {
        Optional<ReadScript> script = Optional.ofNullable(down.get(version));
        if (script.isPresent()) {
            checkPair(up, script.get());
            return Optional.of(script.get().script());
        }
        return up.inverse();
    }

    private void checkPair(ReadScript up, ReadScript downScript) {
        if (up.irreversible().isPresent()) {
            findings.add(
                    Kind.BAD_CONTENT,
                    up.file(),
                    "says that it is irreversible, but there is "
                            + downScript.file().origin(),
                    "remove the directive or the down script");
        }
        if (up.ownInverse()) {
            findings.add(
                    Kind.BAD_CONTENT,
                    up.file(),
                    "has a rollback, but there is " + downScript.file().origin() + " as well",
                    "remove the rollback or the down script");
        }
        if (!up.file().name().description().equals(downScript.file().name().description())) {
            findings.warn(downScript.file().origin() + " reverts " + up.file().origin()
                    + ", though their descriptions differ");
        }
    }

    private static MigrationScript migration(MigrationKind kind, ReadScript up, Optional<SqlScript> downScript) {
        MigrationFileName name = up.file().name();
        Migration migration = new Migration(
                kind,
                name.version(),
                name.description(),
                up.file().path(),
                up.file().content().sha256(),
                downScript.isPresent() ? Optional.of(downScript.get().file()) : Optional.empty());
        return new MigrationScript(migration, up.script(), downScript, up.irreversible());
    }
}
