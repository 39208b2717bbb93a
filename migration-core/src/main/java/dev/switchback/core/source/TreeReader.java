package dev.switchback.core.source;

import dev.switchback.api.config.IntegrityPolicy;
import dev.switchback.api.model.Problem.Kind;
import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.domain.ParsedFileName;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads all migrations of one tree, each file once, and leaves no file unmentioned. */
final class TreeReader {
    private final Sha256 sha256 = new Sha256();
    private final FileTree tree;
    private final SourceOptions options;
    private final Findings findings;
    private final Map<String, MigrationFileName> names = new TreeMap<>();
    private final List<String> confPaths = new ArrayList<>();
    private final SortedMap<String, String> hashes = new TreeMap<>();
    private final Map<String, TreeEntry> entries = new TreeMap<>();

    private IgnoreRules ignored = IgnoreRules.NONE;
    private Optional<SumFile> sum = Optional.empty();

    TreeReader(FileTree tree, SourceOptions options, Findings findings) {
        this.tree = tree;
        this.options = options;
        this.findings = findings;
    }

    /** Whether every migration and script configuration could be read. */
    boolean isComplete() {
        return hashes.keySet().containsAll(names.keySet())
                && confPaths.stream().allMatch(path -> hashes.containsKey(path) || !names.containsKey(scriptOf(path)));
    }

    /** The manifest as it is; empty if there is none. Known after {@link #read()}. */
    Optional<SumFile> sum() {
        return sum;
    }

    /** Whether there is a file of that path, of whatever kind. Known after {@link #read()}. */
    boolean has(String path) {
        return entries.containsKey(path);
    }

    /** The hashes of all migrations and script configurations that could be read, by path. */
    SortedMap<String, String> hashes() {
        return hashes;
    }

    /**
     * Reads the tree.
     *
     * @return its migrations, by path
     * @throws IOException if the root cannot be listed
     */
    List<SourceFile> read() throws IOException {
        readIgnoreRules();
        for (TreeEntry entry : tree.list(ignored)) {
            if (entries.put(entry.path(), entry) != null) {
                findings.add(Kind.DUPLICATE, tree, entry.path(), "is there twice", "keep one of them");
            }
        }
        for (TreeEntry entry : entries.values()) {
            sortIn(entry);
        }
        Map<String, ScriptConf> confs = readConfs();
        List<SourceFile> files = new ArrayList<>();
        for (Map.Entry<String, MigrationFileName> name : names.entrySet()) {
            String path = name.getKey();
            Optional<CanonicalText> text = content(path);
            if (text.isPresent()) {
                files.add(new SourceFile(
                        tree.name(), path, name.getValue(), text.get(), confs.getOrDefault(path, ScriptConf.NONE)));
            }
        }
        Optional<CanonicalText> manifest = text(MigrationsSum.FILE_NAME, true);
        sum = manifest.isPresent() ? Optional.of(SumFile.parse(manifest.get().string())) : Optional.empty();
        // otherwise there is nothing to compare, and every start would load the class for that
        if (sum.isPresent() || options.integrity() == IntegrityPolicy.REQUIRE) {
            new SumCheck(tree, options.integrity(), findings).check(sum, hashes, entries.keySet());
        }
        return files;
    }

    private void readIgnoreRules() {
        Optional<CanonicalText> rules = text(IgnoreRules.FILE_NAME, true);
        if (rules.isPresent()) {
            ignored = IgnoreRules.parse(rules.get().string());
        }
        for (IgnoreRules.BadLine bad : ignored.badLines()) {
            findings.addAt(
                    tree,
                    IgnoreRules.FILE_NAME,
                    String.valueOf(bad.line()),
                    "is not a pattern: " + bad.reason(),
                    "correct the line; possible are *, ?, ** and a slash at the end for folders");
        }
    }

    private void sortIn(TreeEntry entry) {
        String path = entry.path();
        if (KnownFiles.isKnown(entry)) {
            return;
        }
        if (ignored.ignoresFile(path)) {
            warnOfIgnoredMigration(path);
            return;
        }
        if (entry.type() != TreeEntry.Type.FILE) {
            Unusable.note(entry, tree, findings);
            return;
        }
        if (path.endsWith(MigrationFileName.SUFFIX + ScriptConf.SUFFIX)) {
            confPaths.add(path);
            return;
        }
        ParsedFileName parsed = MigrationFileName.parse(TreeEntry.lastName(path));
        if (parsed instanceof ParsedFileName.Valid valid && path.length() <= MigrationFileName.MAX_FILE_NAME) {
            names.put(path, valid.name());
        } else {
            Unusable.noteName(path, parsed, tree, findings);
        }
    }

    private void warnOfIgnoredMigration(String path) {
        if (MigrationFileName.parse(TreeEntry.lastName(path)) instanceof ParsedFileName.Valid valid
                && valid.name().isSql()) {
            findings.warn(tree.name() + "/" + path + " has the name of a migration but is listed in "
                    + IgnoreRules.FILE_NAME + ": plain Flyway would run it");
        }
    }

    private Map<String, ScriptConf> readConfs() {
        Map<String, ScriptConf> confs = new HashMap<>();
        for (String confPath : confPaths) {
            String path = scriptOf(confPath);
            if (names.containsKey(path)) {
                content(confPath)
                        .map(CanonicalText::string)
                        .map(ScriptConf::parse)
                        .ifPresent(conf -> {
                            conf.faults().forEach(fault -> noteConf(confPath, fault));
                            confs.put(path, conf);
                        });
            } else if (!entries.containsKey(path)) {
                findings.add(
                        Kind.ORPHAN,
                        tree,
                        confPath,
                        "configures " + TreeEntry.lastName(path) + ", which does not exist",
                        "delete it, or rename it after its migration");
            }
        }
        return confs;
    }

    private static String scriptOf(String confPath) {
        return confPath.substring(0, confPath.length() - ScriptConf.SUFFIX.length());
    }

    private void noteConf(String path, Directives.Fault fault) {
        findings.addAt(
                tree,
                path,
                String.valueOf(fault.line()),
                "is a setting that Switchback does not know: " + fault.reason(),
                "remove the line; both engines must run the script in the same way");
    }

    /** The text of a file that the manifest lists. */
    private Optional<CanonicalText> content(String path) {
        Optional<CanonicalText> text = text(path, false);
        if (text.isPresent()) {
            hashes.put(path, text.get().sha256());
        }
        return text;
    }

    private Optional<CanonicalText> text(String path, boolean optional) {
        try {
            return Optional.of(CanonicalText.decode(tree.read(path), sha256));
        } catch (MalformedTextException e) {
            findings.addAt(tree, path, e.position(), e.reason(), "save the file as UTF-8");
        } catch (NoSuchFileException e) {
            if (!optional) {
                noteUnreadable(path, e);
            }
        } catch (IOException e) {
            noteUnreadable(path, e);
        }
        return Optional.empty();
    }

    private void noteUnreadable(String path, IOException cause) {
        findings.add(Kind.BAD_CONTENT, tree, path, "cannot be read: " + Failure.reason(cause), Unusable.MAKE_READABLE);
    }
}
