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
        NativeChangeSet set = found.get();
        boolean own = set.rollback().isPresent();
        if (own && irreversible.isPresent()) {
            faults.add(new Fault(1, "says that it is irreversible, but has a rollback", "remove one of the two"));
        }
        boolean reversible = own || (irreversible.isEmpty() && set.takesItselfBack());
        return new Reading(
                faults,
                set.transactional(),
                irreversible,
                ScriptText.generated(() -> new ChangeCompiler(kind, file.path(), set).up()),
                reversible
                        ? Optional.of(ScriptText.generated(() -> new ChangeCompiler(kind, file.path(), set).down()))
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
        if (name.suffix().equals(ChangelogTemplate.XML)) {
            return XmlTree.read(text);
        }
        // between the tokens of JSON a tab is a blank, and inside of its strings there is none; for YAML it is neither
        String readable = name.suffix().equals(ChangelogTemplate.JSON) ? text.replace('\t', ' ') : text;
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
