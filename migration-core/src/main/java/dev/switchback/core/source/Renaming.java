package dev.switchback.core.source;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.RebaseResult.Rebased;
import dev.switchback.api.model.RebaseResult.Renamed;
import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.ParsedFileName;
import dev.switchback.core.domain.SqlScript;
import dev.switchback.core.port.NativeFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives migrations new versions by renaming their files: all of them, or none. Used by one thread. */
final class Renaming {

    /** The letter of the file, and two underscores behind its version. */
    private static final int PREFIX = 1;

    private static final String SEPARATOR = "__";

    private final List<FolderLocation> folders;
    private final Clock clock;
    private final Optional<NativeFormat> nativeFormat;
    private final List<Path[]> moved = new ArrayList<>();
    private final Map<Path, String> rewritten = new LinkedHashMap<>();

    Renaming(List<FolderLocation> folders, Clock clock, Optional<NativeFormat> nativeFormat) {
        this.folders = List.copyOf(folders);
        this.clock = clock;
        this.nativeFormat = nativeFormat;
    }

    /**
     * Renames them.
     *
     * @param scripts versioned migrations, in the order that they are to keep
     * @param highest the highest version there is
     * @return what is called what now
     */
    List<Rebased> rename(List<MigrationScript> scripts, Optional<MigrationVersion> highest) {
        List<Rebased> done = new ArrayList<>();
        Optional<MigrationVersion> last = highest;
        try {
            for (MigrationScript script : scripts) {
                MigrationVersion version = NextVersion.after(last, clock).version();
                done.add(rename(script, version));
                last = Optional.of(version);
            }
            record(done);
            return done;
        } catch (IOException e) {
            throw undone(new ConfigurationException(
                    "dirs", "the files cannot be renamed: " + Failure.reason(e), Failure.next(e)));
        } catch (ConfigurationException e) {
            throw undone(e);
        }
    }

    private Rebased rename(MigrationScript script, MigrationVersion version) throws IOException {
        List<Renamed> files = new ArrayList<>();
        // one file can hold both
        for (String file : Stream.concat(Stream.of(script.up()), script.down().stream())
                .map(SqlScript::file)
                .distinct()
                .toList()) {
            FolderLocation folder = folderOf(file);
            files.add(move(folder, file, named(file, version)));
            rewrite(folder, file, named(file, version));
            String conf = file + ScriptConf.SUFFIX;
            if (Files.exists(folder.path().resolve(conf))) {
                files.add(move(folder, conf, named(conf, version)));
            }
        }
        return new Rebased(script.migration().version().orElseThrow(), version, files);
    }

    private FolderLocation folderOf(String script) {
        return folders.stream()
                .filter(folder -> Files.isRegularFile(folder.path().resolve(script)))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "dirs",
                        Printable.text(script) + " is not in a folder, so it cannot be renamed",
                        "rebase it where its source is"));
    }

    /** The same path with another version in the name of the file. */
    private static String named(String path, MigrationVersion version) {
        int name = path.lastIndexOf('/') + 1;
        return path.substring(0, name + PREFIX) + version + path.substring(path.indexOf(SEPARATOR, name));
    }

    private Renamed move(FolderLocation folder, String from, String to) throws IOException {
        Path source = folder.path().resolve(from);
        Path target = folder.path().resolve(to);
        if (Files.exists(target)) {
            throw new IOException(to + " exists");
        }
        Files.move(source, target);
        moved.add(new Path[] {source, target});
        return new Renamed(from, to);
    }

    /** A file in the format of an engine says its version itself. */
    private void rewrite(FolderLocation folder, String from, String to) throws IOException {
        MigrationFileName before = name(from);
        if (before.isSql() || nativeFormat.isEmpty()) {
            return;
        }
        Path file = folder.path().resolve(to);
        String text = Files.readString(file);
        String renamed = nativeFormat
                .get()
                .renamed(text, before, name(to))
                .orElseThrow(() -> new ConfigurationException(
                        "dirs",
                        "the id in " + Printable.text(from) + " cannot be found, so the file cannot be renamed",
                        "rename it to " + Printable.text(to) + " yourself, and write the new version as its id"));
        rewritten.put(file, text);
        Files.writeString(file, renamed);
    }

    private static MigrationFileName name(String path) {
        ParsedFileName parsed = MigrationFileName.parse(TreeEntry.lastName(path));
        if (parsed instanceof ParsedFileName.Valid valid) {
            return valid.name();
        }
        throw new IllegalArgumentException(path + " is not the name of a migration");
    }

    private void record(List<Rebased> done) {
        List<String> names = done.stream()
                .flatMap(rebased -> rebased.files().stream())
                .flatMap(file -> Stream.of(file.from(), file.to()))
                .toList();
        for (FolderLocation folder : folders) {
            new MigrationsSum(folder).record(names);
        }
    }

    private ConfigurationException undone(ConfigurationException error) {
        for (Map.Entry<Path, String> file : rewritten.entrySet()) {
            try {
                Files.writeString(file.getKey(), file.getValue());
            } catch (IOException e) {
                error.addSuppressed(e);
            }
        }
        for (int i = moved.size() - 1; i >= 0; i--) {
            try {
                Files.move(moved.get(i)[1], moved.get(i)[0]);
            } catch (IOException e) {
                error.addSuppressed(e);
            }
        }
        return error;
    }
}
