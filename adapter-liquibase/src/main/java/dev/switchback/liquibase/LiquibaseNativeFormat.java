package dev.switchback.liquibase;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.port.NativeFormat;
import dev.switchback.core.sql.ScriptText;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changelogs of Liquibase with one change set, as migrations. Reading one loads no class of Liquibase; thread-safe. */
final class LiquibaseNativeFormat implements NativeFormat {

    /** Liquibase and the reader of YAML take a minute for a few megabytes in one value. */
    private static final int LONGEST = 2 << 20;

    private final DatabaseKind kind;
    private final AllowedChanges allowed;

    LiquibaseNativeFormat(DatabaseKind kind, AllowedChanges allowed) {
        this.kind = kind;
        this.allowed = allowed;
    }

    @Override
    public Reading read(NativeFile file) {
        List<Fault> faults = new ArrayList<>();
        Optional<String> irreversible = ChangelogComments.irreversible(file.name(), file.text(), faults);
        Optional<NativeChangeSet> found = changeSet(file, faults);
        if (!faults.isEmpty() || found.isEmpty()) {
            return new Reading(faults, true, irreversible, none(file), Optional.empty(), false);
        }
        NativeChangeSet written = found.get();
        try {
            return reading(file, written.with(file.values()), written, irreversible, faults);
        } catch (SqlSyntaxProblem e) {
            faults.add(new Fault(e.line(), e.reason(), e.advice()));
            return new Reading(faults, true, irreversible, none(file), Optional.empty(), false);
        }
    }

    private Reading reading(
            NativeFile file,
            NativeChangeSet set,
            NativeChangeSet written,
            Optional<String> irreversible,
            List<Fault> faults) {
        boolean own = set.rollback().isPresent();
        if (own && irreversible.isPresent()) {
            faults.add(new Fault(1, "says that it is irreversible, but has a rollback", "remove one of the two"));
        }
        boolean reversible = own || (irreversible.isEmpty() && set.takesItselfBack());
        // what is said of values may be said of those that everybody can see only
        boolean open = set.equals(written);
        // the compiler itself is made when it is needed: with it Liquibase is loaded
        return new Reading(
                faults,
                set.transactional(),
                irreversible,
                ScriptText.generated(() -> new ChangeCompiler(kind, file.path(), set, open).up()),
                reversible
                        ? Optional.of(
                                ScriptText.generated(() -> new ChangeCompiler(kind, file.path(), set, open).down()))
                        : Optional.empty(),
                own);
    }

    private Optional<NativeChangeSet> changeSet(NativeFile file, List<Fault> faults) {
        try {
            return new ChangeSetReader(file.name(), allowed, faults).read(tree(file.name(), file.text()));
        } catch (UnreadableChangelogException e) {
            faults.add(e.fault());
            return Optional.empty();
        }
    }

    /** What a changelog says, in whatever format. */
    static ChangelogNode tree(MigrationFileName name, String text) throws UnreadableChangelogException {
        if (text.length() > LONGEST) {
            throw new UnreadableChangelogException(
                    1, "has more than " + LONGEST + " characters", "write what is long in SQL, in a .sql file");
        }
        if (name.suffix().equals(ChangelogTemplate.XML)) {
            return XmlTree.read(text);
        }
        String readable = name.suffix().equals(ChangelogTemplate.JSON) ? JsonBlanks.withoutTabs(text) : text;
        ChangelogNode document = YamlTree.read(readable);
        if (document.children().size() != 1) {
            throw new UnreadableChangelogException(
                    1, "has something beside its databaseChangeLog", "leave only the databaseChangeLog at the top");
        }
        return document.children().get(0);
    }

    private static ScriptText none(NativeFile file) {
        return ScriptText.generated(() -> {
            throw new SqlSyntaxProblem(file.path(), 1, "there is no SQL for this file", "see the problems of the file");
        });
    }

    @Override
    public String template(MigrationFileName name, List<String> remarks, boolean withDown) {
        return new ChangelogTemplate(name, remarks, withDown).text();
    }

    @Override
    public Optional<String> renamed(String text, MigrationFileName from, MigrationFileName to) {
        return new ChangeSetRenaming(text, from, to).text();
    }
}
