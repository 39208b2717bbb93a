package dev.switchback.core.source;

import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem.Kind;
import dev.switchback.api.model.ShellWord;
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
import java.util.stream.Stream;

/**
 * Makes one list of the files of all locations: finds duplicates, gives each migration its down script, and puts them in
 * order: versioned, baselines, repeatable; by version, or by description as Flyway does.
 */
final class OfferAssembler {
    private final Findings findings;
    private final Map<MigrationVersion, ReadScript> versioned = new TreeMap<>();
    private final Map<MigrationVersion, List<ReadScript>> rivals = new TreeMap<>();
    private final Map<MigrationVersion, List<ReadScript>> down = new TreeMap<>();
    private final Map<MigrationVersion, ReadScript> baselines = new TreeMap<>();
    private final Map<String, ReadScript> repeatable = new HashMap<>();

    OfferAssembler(Findings findings) {
        this.findings = findings;
    }

    void add(ReadScript script) {
        MigrationFileName name = script.file().name();
        switch (name.prefix()) {
            case V -> putVersioned(name.version().orElseThrow(), script);
            case U -> append(down, name.version().orElseThrow(), script);
            case B -> put(baselines, name.version().orElseThrow(), script);
            case R -> put(repeatable, folded(name.description()), script);
        }
    }

    /** Names that a case-insensitive or normalising file system holds for the same are the same. */
    private static String folded(String description) {
        return Normalizer.normalize(description, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private void putVersioned(MigrationVersion version, ReadScript script) {
        Optional<ReadScript> first = put(versioned, version, script);
        if (first.isPresent() && !first.get().file().path().equals(script.file().path())) {
            append(rivals, version, script);
        }
    }

    /** Without a function, as all that a start runs here: each is a class that the JVM makes in every process anew. */
    private static void append(
            Map<MigrationVersion, List<ReadScript>> scripts, MigrationVersion version, ReadScript script) {
        List<ReadScript> list = scripts.get(version);
        if (list == null) {
            list = new ArrayList<>(1);
            scripts.put(version, list);
        }
        list.add(script);
    }

    /** The script that was there first, if there was one. */
    private <K> Optional<ReadScript> put(Map<K, ReadScript> scripts, K key, ReadScript script) {
        Optional<ReadScript> first = Optional.ofNullable(scripts.putIfAbsent(key, script));
        if (first.isPresent()) {
            noteDuplicate(first.get().file(), script.file());
        }
        return first;
    }

    private void noteDuplicate(SourceFile first, SourceFile second) {
        boolean isRepeatable = second.name().prefix() == Prefix.R;
        String what = isRepeatable ? "has the same description as " : "has the same version as ";
        findings.add(Kind.DUPLICATE, second, what + first.origin(), advice(first, second));
    }

    private static String advice(SourceFile first, SourceFile second) {
        if (first.path().equals(second.path())) {
            return "keep the file in one of the two places";
        }
        return switch (second.name().prefix()) {
            case V ->
                "give the one that is not applied anywhere yet another version: switchback rebase "
                        + new ShellWord(first.path()) + " or switchback rebase " + new ShellWord(second.path());
            case R -> "give one of them another description; the one that is not applied anywhere yet";
            case U, B -> "give one of them another version; the one that is not applied anywhere yet";
        };
    }

    Offer assemble() {
        List<MigrationScript> migrations = new ArrayList<>();
        for (Map.Entry<MigrationVersion, ReadScript> script : versioned.entrySet()) {
            migrations.add(versioned(script.getKey(), script.getValue()));
        }
        List<MigrationScript> further = new ArrayList<>();
        for (Map.Entry<MigrationVersion, List<ReadScript>> scripts : rivals.entrySet()) {
            for (ReadScript script : scripts.getValue()) {
                further.add(versioned(scripts.getKey(), script));
            }
        }
        for (ReadScript script : baselines.values()) {
            migrations.add(migration(MigrationKind.BASELINE, script, Optional.empty()));
        }
        for (ReadScript script : byDescription()) {
            migrations.add(migration(MigrationKind.REPEATABLE, script, Optional.empty()));
        }
        for (Map.Entry<MigrationVersion, List<ReadScript>> scripts : down.entrySet()) {
            judgeDownScripts(scripts.getKey(), scripts.getValue());
        }
        return new Offer(migrations, further, findings.problems(), findings.warnings());
    }

    private MigrationScript versioned(MigrationVersion version, ReadScript script) {
        return migration(MigrationKind.VERSIONED, script, downScript(version, script));
    }

    private void judgeDownScripts(MigrationVersion version, List<ReadScript> scripts) {
        ReadScript first = scripts.get(0);
        for (ReadScript script : scripts.subList(1, scripts.size())) {
            if (!(hasOwnMigration(version, first) && hasOwnMigration(version, script)) || isAlike(first, script)) {
                noteDuplicate(first.file(), script.file());
            }
        }
        if (!versioned.containsKey(version)) {
            noteOrphan(version, first.file());
        }
    }

    /** Two down scripts of two migrations are no more wrong than those are, and go with them. */
    private boolean hasOwnMigration(MigrationVersion version, ReadScript downScript) {
        return rivals.containsKey(version)
                && Stream.concat(Stream.of(versioned.get(version)), rivals.get(version).stream())
                        .anyMatch(up -> isAlike(up, downScript));
    }

    private static boolean isAlike(ReadScript one, ReadScript other) {
        return one.file().name().description().equals(other.file().name().description());
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
        Optional<ReadScript> script = ownDownScript(version, up);
        if (script.isPresent()) {
            checkPair(up, script.get());
            return Optional.of(script.get().script());
        }
        return up.inverse();
    }

    private Optional<ReadScript> ownDownScript(MigrationVersion version, ReadScript up) {
        List<ReadScript> scripts = down.getOrDefault(version, List.of());
        for (ReadScript candidate : scripts) {
            if (isAlike(up, candidate)) {
                return Optional.of(candidate);
            }
        }
        // of two migrations nobody knows which of them it reverts
        return scripts.isEmpty() || rivals.containsKey(version) ? Optional.empty() : Optional.of(scripts.get(0));
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
        if (!isAlike(up, downScript)) {
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
