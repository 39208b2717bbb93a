package dev.switchback.core.source;

import dev.switchback.api.config.IntegrityPolicy;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.core.sql.PlaceholderText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The manifest of one folder, {@code migrations.sum}: a line for each migration, down script and script configuration,
 * sorted by path, with the SHA-256 of the file's canonical bytes (UTF-8, no byte order mark, LF). The first line is the
 * SHA-256 of all the lines below it ({@code tail -n +2 migrations.sum | sha256sum}), so two branches that both add a
 * migration conflict in version control instead of merging unseen.
 *
 * <pre>
 * total sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
 * U20261123071500__add_invoice.sql draft
 * V20261123071500__add_invoice.sql sha256:60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752
 * </pre>
 *
 * A new file is listed as a {@code draft}, which fits any content, until it is recorded: it is written after it is
 * created. With {@code integrity=require} drafts are refused.
 *
 * <p>Writing replaces the file as a whole, by a move. Stateless; two writers at once can lose one of the two changes,
 * which the next check notices.
 */
final class MigrationsSum {
    static final String FILE_NAME = "migrations.sum";

    /** What a crash while writing can leave behind. */
    static final Pattern TEMPORARY = Pattern.compile("\\.migrations\\.sum\\.[0-9a-f-]+\\.tmp");

    private static final SourceOptions UNCHECKED =
            new SourceOptions(IntegrityPolicy.OFF, false, PlaceholderText.of(Map.of()));

    private final FolderLocation folder;

    MigrationsSum(FolderLocation folder) {
        this.folder = folder;
    }

    Path file() {
        return folder.path().resolve(FILE_NAME);
    }

    /** Records all files as they are. */
    void rewrite() {
        write(new TreeMap<>(read().hashes()));
    }

    /**
     * Records the named files as they are, and drops the lines of those that do not exist; everything else stays.
     *
     * @return whether the folder has, or its manifest lists, any of them
     */
    boolean record(Collection<String> scripts) {
        TreeReader reader = read();
        SortedMap<String, String> lines = lines(reader);
        boolean found = false;
        for (String script : scripts) {
            String hash = reader.hashes().get(script);
            found |= hash != null || lines.containsKey(script);
            if (hash == null) {
                lines.remove(script);
            } else {
                lines.put(script, hash);
            }
        }
        // without a manifest nothing is checked, and one with a few lines of many would be wrong
        if (found && Files.exists(file())) {
            write(lines);
        }
        return found;
    }

    /**
     * Records those of the named files that are drafts, with their configurations; a manifest with faults stays. Reads
     * no other file: it is called after every run.
     */
    void pin(Collection<String> scripts) {
        try (OpenTrees trees = folder.open()) {
            FileTree tree = trees.all().get(0);
            SumFile sum =
                    SumFile.parse(CanonicalText.decode(tree.read(FILE_NAME)).string());
            SortedMap<String, String> lines = new TreeMap<>(sum.lines());
            for (String script : scripts) {
                pin(script, lines, tree);
                pin(script + ScriptConf.SUFFIX, lines, tree);
            }
            if (sum.faults().isEmpty() && !lines.equals(sum.lines())) {
                write(lines);
            }
        } catch (NoSuchFileException e) {
            // without a manifest there is nothing to record
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private static void pin(String path, SortedMap<String, String> lines, FileTree tree) throws IOException {
        if (SumFile.DRAFT.equals(lines.get(path))) {
            lines.put(path, CanonicalText.decode(tree.read(path)).sha256());
        }
    }

    private static SortedMap<String, String> lines(TreeReader reader) {
        return new TreeMap<>(reader.sum().orElseGet(SumFile::empty).lines());
    }

    private TreeReader read() {
        Findings findings = new Findings();
        try (OpenTrees trees = folder.open()) {
            TreeReader reader = new TreeReader(trees.all().get(0), UNCHECKED, findings);
            reader.read();
            if (!reader.isComplete()) {
                throw new InvalidMigrationSourceException(findings.problems());
            }
            return reader;
        } catch (IOException e) {
            throw folder.unreadable(e);
        }
    }

    /**
     * Replaces the manifest.
     *
     * @throws ConfigurationException if it cannot be written
     */
    void write(SortedMap<String, String> lines) {
        Path file = file();
        Path temporary = file.resolveSibling("." + FILE_NAME + "." + UUID.randomUUID() + ".tmp");
        try {
            // not createTempFile: its file would be readable for its owner only
            Files.writeString(temporary, SumFile.render(lines), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            move(temporary, file);
        } catch (IOException e) {
            throw notWritten(e);
        } finally {
            deleteLeftover(temporary);
        }
    }

    private ConfigurationException notWritten(IOException cause) {
        return new ConfigurationException(
                "dirs",
                Printable.text(file().toString()) + " cannot be updated: " + Failure.reason(cause),
                Failure.next(cause));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteLeftover(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // it is known by its name and in nobody's way
        }
    }
}
