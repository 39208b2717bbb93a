package dev.switchback.liquibase;

import dev.switchback.api.config.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The types of changes that Liquibase has, and what becomes of them here. Known without Liquibase, so that a file can be
 * judged before it is loaded; a test holds the table against Liquibase.
 */
final class ChangeTypes {

    /** What is plain SQL of the database, and takes itself back. */
    private static final Set<String> REVERSIBLE = Set.of(
            "addColumn",
            "addDefaultValue",
            "addForeignKeyConstraint",
            "addLookupTable",
            "addNotNullConstraint",
            "addPrimaryKey",
            "addUniqueConstraint",
            "createIndex",
            "createSequence",
            "createTable",
            "createView",
            "dropNotNullConstraint",
            "renameColumn",
            "renameSequence",
            "renameTable",
            "renameView");

    /** What is plain SQL of the database, and is not known to be taken back by anything. */
    private static final Set<String> ONE_WAY = Set.of(
            "addAutoIncrement",
            "alterSequence",
            "createProcedure",
            "delete",
            "dropColumn",
            "dropDefaultValue",
            "dropForeignKeyConstraint",
            "dropIndex",
            "dropPrimaryKey",
            "dropProcedure",
            "dropSequence",
            "dropTable",
            "dropUniqueConstraint",
            "dropView",
            "insert",
            "mergeColumns",
            "modifyDataType",
            "setColumnRemarks",
            "setTableRemarks",
            "sql",
            "update");

    /** What is code of the application, and gives SQL if it wants to. */
    private static final Set<String> BY_NAME = Set.of("customChange");

    /** What gives no SQL that can be known before it runs, and why. */
    private static final Map<String, String> NEVER = Map.of(
            "dropAllForeignKeyConstraints", "asks the database for its SQL while it runs",
            "empty", "does nothing",
            "executeCommand", "runs a program instead of SQL",
            "loadData", "takes its rows from another file, an edit of which nobody would notice",
            "loadUpdateData", "takes its rows from another file, an edit of which nobody would notice",
            "output", "prints something instead of running SQL",
            "sqlFile", "takes its SQL from another file, an edit of which nobody would notice",
            "stop", "ends Liquibase instead of running SQL",
            "tagDatabase", "writes into the history, which is not for migrations (see: switchback help stamp)");

    private ChangeTypes() {}

    static boolean isSafe(String type) {
        return REVERSIBLE.contains(type) || ONE_WAY.contains(type);
    }

    /** Why it is never allowed; empty if it is, or is no type of Liquibase's. */
    static Optional<String> obstacle(String type) {
        return Optional.ofNullable(NEVER.get(type));
    }

    /** Whether Liquibase knows how to take it back. */
    static boolean isReversible(String type) {
        return REVERSIBLE.contains(type);
    }

    /** All types there are. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>(REVERSIBLE);
        all.addAll(ONE_WAY);
        all.addAll(BY_NAME);
        all.addAll(NEVER.keySet());
        return all;
    }

    /** The types that can be allowed by name. */
    static List<String> allowable() {
        return BY_NAME.stream().sorted().toList();
    }

    /** What was probably meant, as a question; empty if nothing is near. */
    static Optional<String> meant(String type) {
        return NearestName.nearest(type, all()).map(known -> "did you mean " + known + "?");
    }
}
