package dev.switchback.liquibase;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.change.custom.CustomSqlChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.exception.SetupException;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.statement.SqlStatement;

/**
 * Makes SQL of a change set: Liquibase loads each change from the tree that was read and judged before, so that its own
 * parsers, its includes and its expansion of properties play no part. The SQL depends on the text and on the kind of
 * database only. Used by one thread.
 */
final class ChangeCompiler {

    private static final String IN_SQL = "write it in SQL (a change of the type sql, or a .sql file)";

    /**
     * On MariaDB and MySQL Liquibase warns that whatever changes a column loses the rest of what was said of it. That is so
     * where it writes the whole column anew, and a default is set without that.
     */
    private static final Set<String> WARNED_IN_VAIN = Set.of("addDefaultValue");

    private final DatabaseKind kind;
    private final String path;
    private final NativeChangeSet set;
    private final boolean open;

    /**
     * Creates one.
     *
     * @param open whether problems may quote values: those of placeholders can be secret
     */
    ChangeCompiler(DatabaseKind kind, String path, NativeChangeSet set, boolean open) {
        this.kind = kind;
        this.path = path;
        this.set = set;
        this.open = open;
    }

    /**
     * What applies it.
     *
     * @throws SqlSyntaxProblem if there is something of which no SQL can be made
     */
    String up() {
        return inScope(() -> compile(set.changes(), false));
    }

    /**
     * What reverts it: its rollback, or what Liquibase knows of its changes, the last one first.
     *
     * @throws SqlSyntaxProblem if there is something of which no SQL can be made
     */
    String down() {
        if (set.rollback().isPresent()) {
            return inScope(() -> compile(set.rollback().get(), false));
        }
        List<ChangelogNode> reversed = new ArrayList<>(set.changes());
        Collections.reverse(reversed);
        return inScope(() -> compile(reversed, true));
    }

    private static String inScope(LiquibaseScopes.Work<String> work) {
        try {
            return LiquibaseScopes.withoutFiles(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Liquibase cannot begin to make SQL: " + e, e);
        }
    }

    private String compile(List<ChangelogNode> nodes, boolean inverse) {
        Database database = UnconnectedDatabases.of(kind, set.quoting());
        StatementWriter statements = new StatementWriter(database, path);
        JoinedSql joined = new JoinedSql(Dialect.of(kind).sql(), path);
        for (ChangelogNode node : nodes) {
            try {
                Change change = load(node);
                if (isFor(change, database)) {
                    check(node, change, database, inverse);
                    boolean split = change instanceof AbstractSQLChange sql && splitsItself(sql);
                    for (String text : statements.of(node, generated(change, database, inverse))) {
                        joined.add(node.line(), text, split);
                    }
                }
            } catch (SqlSyntaxProblem e) {
                throw e;
            } catch (Exception | LinkageError e) {
                // not its message, which can quote values
                throw unusable(node, root(e).getClass().getSimpleName());
            }
        }
        return joined.text();
    }

    private SqlSyntaxProblem unusable(ChangelogNode node, String error) {
        return node.name().equals("customChange")
                ? new SqlSyntaxProblem(
                        path,
                        node.line(),
                        "the class of the customChange cannot be used (" + error + ")",
                        "put its jar on the class path (of the command line: into drivers/); or " + IN_SQL)
                : refused(node, "Liquibase cannot make SQL of it (" + error + ")");
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private Change load(ChangelogNode node) throws ParsedNodeException, SetupException {
        Change change = LiquibaseScopes.change(node.name());
        if (change == null) {
            throw refused(node, "Liquibase does not have it");
        }
        ChangeFields.of(change, path).check(node);
        change.setChangeSet(new ChangeSet(
                set.id(), ChangeSetId.AUTHOR, false, false, path, null, null, new DatabaseChangeLog(path)));
        change.load(parsed(node), new NoFiles());
        change.finishInitialization();
        return change;
    }

    private static ParsedNode parsed(ChangelogNode node) throws ParsedNodeException {
        ParsedNode parsed = new ParsedNode(null, node.name());
        for (ChangelogNode child : node.children()) {
            parsed.addChild(parsed(child));
        }
        if (node.text().isPresent()) {
            parsed.setValue(node.text().get());
        }
        return parsed;
    }

    /** A change can be for some kinds of databases only. */
    private static boolean isFor(Change change, Database database) {
        return !(change instanceof DbmsTargetedChange targeted)
                || DatabaseList.definitionMatches(targeted.getDbms(), database, true);
    }

    private void check(ChangelogNode node, Change change, Database database, boolean inverse) {
        if (change instanceof CustomChangeWrapper custom) {
            // any other kind would run its code when it is asked for SQL
            if (!(custom.getCustomChange() instanceof CustomSqlChange)) {
                throw refused(node, "its class gives no SQL: it is no CustomSqlChange");
            }
        } else if (!change.supports(database)) {
            throw refused(node, kind.displayName() + " cannot do it");
        } else if (inverse
                ? change.generateRollbackStatementsVolatile(database)
                : change.generateStatementsVolatile(database)) {
            throw refused(
                    node,
                    "for " + kind.displayName() + " Liquibase has to ask the database"
                            + (inverse ? " how to take it back" : " while it runs"));
        }
        Optional<String> error =
                change.validate(database).getErrorMessages().stream().findFirst();
        if (error.isPresent()) {
            throw new SqlSyntaxProblem(
                    path, node.line(), node.name() + ": " + said(error.get()), "correct it; or " + IN_SQL);
        }
        if (!inverse && !WARNED_IN_VAIN.contains(node.name())) {
            change.warn(database).getMessages().stream().findFirst().ifPresent(warning -> {
                throw refused(node, "Liquibase warns of it: " + said(warning));
            });
        }
    }

    private String said(String message) {
        return open ? Shown.sentence(message) : "Liquibase does not take it, with the placeholders replaced";
    }

    /** Statements in SQL are taken apart as in every other migration, unless the change says how. */
    private static boolean splitsItself(AbstractSQLChange sql) {
        if (sql.getEndDelimiter() != null || !Boolean.TRUE.equals(sql.isSplitStatements())) {
            return false;
        }
        sql.setSplitStatements(false);
        return true;
    }

    private static SqlStatement[] generated(Change change, Database database, boolean inverse) throws Exception {
        return inverse ? change.generateRollbackStatements(database) : change.generateStatements(database);
    }

    private SqlSyntaxProblem refused(ChangelogNode node, String reason) {
        return refused(path, node, reason);
    }

    static SqlSyntaxProblem refused(String path, ChangelogNode node, String reason) {
        return new SqlSyntaxProblem(path, node.line(), "no SQL can be made of " + node.name() + ": " + reason, IN_SQL);
    }
}
