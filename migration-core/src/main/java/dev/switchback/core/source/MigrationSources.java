package dev.switchback.core.source;

import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.Settings;
import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.SwitchbackException;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.RebaseResult.Rebased;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.port.MigrationFiles;
import dev.switchback.core.port.MigrationSource;
import dev.switchback.core.port.NativeFormat;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The migrations that the setting {@code dirs} names, for reading and for writing. Immutable and thread-safe; opening
 * touches no file.
 */
public final class MigrationSources {
    private final List<Location> locations;
    private final SourceOptions options;

    private MigrationSources(List<Location> locations, SourceOptions options) {
        this.locations = List.copyOf(locations);
        this.options = options;
    }

    /**
     * Takes the locations from the settings.
     *
     * @param settings {@code dirs}, {@code integrity} and the placeholders
     * @param baseDir what relative folders are relative to
     * @param classLoader where {@code classpath:} locations are looked for
     * @param nativeFormat what reads the files that are not SQL; empty if the engine has nothing for them
     * @return the sources
     * @throws ConfigurationException if a location has no possible form or is named twice
     */
    public static MigrationSources of(
            Settings settings, Path baseDir, ClassLoader classLoader, Optional<NativeFormat> nativeFormat) {
        return of(settings.get(ConfigKey.DIRS), baseDir, classLoader, SourceOptions.of(settings, nativeFormat));
    }

    static MigrationSources of(List<String> dirs, Path baseDir, ClassLoader classLoader, SourceOptions options) {
        List<Location> locations = new ArrayList<>();
        for (String dir : dirs) {
            Location location = dir.startsWith(ClasspathLocation.PREFIX)
                    ? ClasspathLocation.of(dir, classLoader)
                    : new FolderLocation(
                            dir, baseDir.resolve(dir).toAbsolutePath().normalize());
            for (Location other : locations) {
                if (location.isSameAs(other)) {
                    throw new ConfigurationException(
                            "dirs", "'" + Printable.text(dir) + "' is named twice", "name each folder once");
                }
            }
            locations.add(location);
        }
        return new MigrationSources(locations, options);
    }

    /**
     * Reads and writes them.
     *
     * @param clock gives new migrations their versions
     * @return the files behind the port
     */
    public MigrationFiles files(Clock clock) {
        return new FolderMigrationFiles(this, clock);
    }

    /** Reads them all. */
    public MigrationSource source() {
        return new DefaultMigrationSource(locations, options);
    }

    /**
     * Creates new ones.
     *
     * @param clock gives them their versions
     * @return a writer for the first location
     * @throws ConfigurationException if the first location is not a folder
     */
    public MigrationWriter writer(Clock clock) {
        return new MigrationWriter(firstFolder(), locations, options, Objects.requireNonNull(clock, "clock"));
    }

    /**
     * Records the content of files in {@code migrations.sum} as it is now, whatever was recorded before; a file that no
     * longer exists loses its line.
     *
     * @param scripts paths as in {@code Migration.script} or {@code downScript}; {@code migrations.sum} itself stands
     *     for all files of all folders
     * @return whether any of them was found in a folder
     * @throws dev.switchback.api.error.InvalidMigrationSourceException if a file cannot be read as text
     * @throws ConfigurationException if the manifest cannot be written
     */
    public boolean record(Collection<String> scripts) {
        boolean found = false;
        for (MigrationsSum sum : sums()) {
            if (scripts.contains(MigrationsSum.FILE_NAME)) {
                sum.rewrite();
                found = true;
            } else {
                found |= sum.record(scripts);
            }
        }
        return found;
    }

    /**
     * Records scripts that were just run and are still drafts in {@code migrations.sum}, so that a later edit is
     * noticed. Never fails a run that is already done.
     *
     * @param scripts paths as in {@code Migration.script} or {@code downScript}
     * @return a warning for each manifest that could not be written
     */
    public List<String> pin(Collection<String> scripts) {
        List<String> warnings = new ArrayList<>();
        for (MigrationsSum sum : sums()) {
            try {
                sum.pin(scripts);
            } catch (SwitchbackException e) {
                warnings.add(e.getMessage());
            }
        }
        return warnings;
    }

    List<Rebased> rebase(List<MigrationScript> scripts, Clock clock) {
        Optional<MigrationVersion> highest = source().load().migrations().stream()
                .flatMap(script -> script.migration().version().stream())
                .max(Comparator.naturalOrder());
        return new Renaming(inFolders().toList(), clock, options.nativeFormat()).rename(scripts, highest);
    }

    private List<MigrationsSum> sums() {
        return inFolders().map(MigrationsSum::new).toList();
    }

    private Stream<FolderLocation> inFolders() {
        return locations.stream().filter(FolderLocation.class::isInstance).map(FolderLocation.class::cast);
    }

    /** All folders, in the order of the setting; without the locations on the class path. */
    public List<Path> folders() {
        return inFolders().map(FolderLocation::path).toList();
    }

    private FolderLocation firstFolder() {
        if (!locations.isEmpty() && locations.get(0) instanceof FolderLocation folder) {
            return folder;
        }
        throw new ConfigurationException(
                "dirs",
                "new migrations are written into its first entry, which is not a folder",
                "put the folder with your migrations first, for example: --dir src/main/resources/db/migration");
    }
}
