package dev.switchback.core.source;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.RebaseResult.Rebased;
import dev.switchback.api.model.RebaseResult.Renamed;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.SqlScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives migrations new versions by renaming their files: all of them, or none. Used by one thread. */
final class Renaming {

    /** The letter of the file, and two underscores behind its version. */
    private static final int PREFIX = 1;

    private static final String SEPARATOR = "__";

    private final List<FolderLocation> folders;
    private final Clock clock;
    private final List<Path[]> moved = new ArrayList<>();

    Renaming(List<FolderLocation> folders, Clock clock) {
        this.folders = List.copyOf(folders);
        this.clock = clock;
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
        for (SqlScript file :
                Stream.concat(Stream.of(script.up()), script.down().stream()).toList()) {
            FolderLocation folder = folderOf(file.file());
            files.add(move(folder, file.file(), named(file.file(), version)));
            String conf = file.file() + ScriptConf.SUFFIX;
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
