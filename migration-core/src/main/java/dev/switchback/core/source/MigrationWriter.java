package dev.switchback.core.source;

import dev.switchback.api.error.ConfigurationException;
import dev.switchback.api.error.InvalidMigrationSourceException;
import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.model.CreateRequest;
import dev.switchback.api.model.CreateResult;
import dev.switchback.api.model.CreateResult.NewFile;
import dev.switchback.api.model.FileFormat;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.api.model.Problem;
import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.domain.MigrationFileName.Prefix;
import dev.switchback.core.port.MigrationFiles;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Creates the files of new migrations. Stateless and thread-safe; of two that would make the same file, one fails. */
public final class MigrationWriter {
    private final FolderLocation folder;
    private final List<Location> locations;
    private final SourceOptions options;
    private final Clock clock;

    MigrationWriter(FolderLocation folder, List<Location> locations, SourceOptions options, Clock clock) {
        this.folder = folder;
        this.locations = locations;
        this.options = options;
        this.clock = clock;
    }

    /**
     * Writes a new migration with comments only, and lists it in {@code migrations.sum} as a draft. Either all files are
     * there afterwards or none.
     *
     * @param request what to create; a down script only for a versioned migration
     * @return the files
     * @throws InvalidRequestException if no file can be made of the request, or there is such a migration already
     * @throws InvalidMigrationSourceException if {@code migrations.sum} does not agree with the files
     * @throws ConfigurationException if the folder does not exist or cannot be written
     */
    public CreateResult create(CreateRequest request) {
        return create(request, Optional.empty());
    }

    /** The same with content below the first line, if there is any. */
    CreateResult create(CreateRequest request, Optional<MigrationFiles.Scripts> scripts) {
        String slug = Slug.of(request.description());
        checkKind(request);
        checkFormat(request);
        Existing existing = Existing.read(folder, locations, options);
        List<Problem> mismatches = existing.findings().problems().stream()
                .filter(problem -> problem.kind() == Problem.Kind.SUM_MISMATCH)
                .toList();
        if (!mismatches.isEmpty()) {
            throw new InvalidMigrationSourceException(mismatches);
        }
        try (NewFiles files = new NewFiles(folder, existing.sumLines(), request.dryRun())) {
            return request.kind() == MigrationKind.REPEATABLE
                    ? createRepeatable(request, slug, existing, files)
                    : createVersioned(request, slug, existing, files, scripts);
        } catch (IOException e) {
            throw new ConfigurationException(
                    "dirs",
                    "no file can be written in " + Printable.text(folder.path().toString()) + ": " + Failure.reason(e),
                    Failure.next(e));
        }
    }

    private static void checkKind(CreateRequest request) {
        if (request.kind() == MigrationKind.BASELINE) {
            throw new InvalidRequestException(
                    "kind", "a baseline cannot be created from nothing", "write the B<version>__….sql by hand");
        }
        if (request.kind() == MigrationKind.REPEATABLE && request.version().isPresent()) {
            throw new InvalidRequestException("version", "a repeatable migration has none", "leave the version out");
        }
    }

    private void checkFormat(CreateRequest request) {
        if (request.format() != FileFormat.SQL && options.nativeFormat().isEmpty()) {
            throw new InvalidRequestException(
                    "format",
                    request.format().name().toLowerCase(Locale.ROOT)
                            + " makes a changelog of Liquibase, which only the engine liquibase runs",
                    "choose it (--engine liquibase), or leave the format out and write SQL");
        }
    }

    private CreateResult createRepeatable(CreateRequest request, String slug, Existing existing, NewFiles files)
            throws IOException {
        String words = slug.replace('_', ' ');
        existing.refuseRepeatable(words);
        if (request.format() != FileFormat.SQL) {
            return createNative(request, Prefix.R, slug, Optional.empty(), files);
        }
        NewFile up = files.add(MigrationFileName.format(Prefix.R, Optional.empty(), slug), Templates.repeatable(words));
        return files.finish(up, Optional.empty());
    }

    private CreateResult createVersioned(
            CreateRequest request,
            String slug,
            Existing existing,
            NewFiles files,
            Optional<MigrationFiles.Scripts> scripts)
            throws IOException {
        Optional<MigrationVersion> wanted = request.version();
        wanted.ifPresent(existing::refuseVersion);
        NextVersion next = wanted.map(version -> new NextVersion(version, Optional.empty()))
                .orElseGet(() -> NextVersion.after(existing.highest(), clock));
        Optional<MigrationVersion> version = Optional.of(next.version());
        if (request.format() != FileFormat.SQL) {
            return createNative(request, Prefix.V, slug, Optional.of(next), files);
        }
        String words = slug.replace('_', ' ');
        String upName = MigrationFileName.format(Prefix.V, version, slug);
        Optional<String> downName =
                request.withDown() ? Optional.of(MigrationFileName.format(Prefix.U, version, slug)) : Optional.empty();
        NewFile up = files.add(
                upName,
                scripts.map(written -> Templates.written(words, next.remark(), written.up()))
                        .orElseGet(() -> Templates.up(words, downName, next.remark())));
        Optional<NewFile> down = Optional.empty();
        if (downName.isPresent()) {
            down = Optional.of(files.add(
                    downName.get(),
                    scripts.flatMap(MigrationFiles.Scripts::down)
                            .map(text -> Templates.writtenDown(words, text))
                            .orElseGet(() -> Templates.down(words, upName))));
        }
        return files.finish(up, down);
    }

    /** One file, which holds the way back as well. */
    private CreateResult createNative(
            CreateRequest request, Prefix prefix, String slug, Optional<NextVersion> next, NewFiles files)
            throws IOException {
        Optional<MigrationVersion> version = next.map(NextVersion::version);
        String fileName =
                MigrationFileName.format(prefix, version, slug, request.format().suffix());
        MigrationFileName name = new MigrationFileName(prefix, version, slug.replace('_', ' '), fileName);
        List<String> remarks = next.flatMap(NextVersion::remark).stream().toList();
        String text =
                options.nativeFormat().orElseThrow().template(name, remarks, prefix == Prefix.V && request.withDown());
        return files.finish(files.add(fileName, text), Optional.empty());
    }
}
