package dev.switchback.tck.fault;

import dev.switchback.api.model.Direction;
import dev.switchback.tck.Scripts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The migrations that faults are tried on. On a database that commits with every DDL statement they have rows before,
 * between and after DDL; 4 makes only rows on its way up, but not on its way down.
 *
 * <pre>
 * 1 ── 2 ── 3 ── 4 ── R titles
 * ↓    ↓    ↓    ↓
 * </pre>
 */
final class FaultFolder {

    private static final Scripts AUTHOR =
            Scripts.versioned("1", "create author", """
                    CREATE TABLE author (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40));
                    INSERT INTO author (id, name) VALUES (1, 'Ann');
                    """).down("DROP TABLE author;\n");

    private static final Scripts BOOK =
            Scripts.versioned("2", "create book", """
                    CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(40));
                    INSERT INTO book (id, title) VALUES (1, 'first');
                    CREATE INDEX book_title ON book (title);
                    INSERT INTO book (id, title) VALUES (2, 'second');
                    """).down("DELETE FROM book;\nDROP TABLE book;\n");

    private static final Scripts SHELF = Scripts.versioned("3", "create shelf", """
                    INSERT INTO author (id, name) VALUES (2, 'Bob');
                    CREATE TABLE shelf (id INTEGER NOT NULL PRIMARY KEY);
                    CREATE TABLE room (id INTEGER NOT NULL PRIMARY KEY);
                    """)
            .down("DROP TABLE room;\nDROP TABLE shelf;\nDELETE FROM author WHERE id = 2;\n");

    private static final Scripts ROWS = Scripts.versioned(
                    "4", "more authors", "INSERT INTO author (id, name) VALUES (3, 'Cat');\n")
            .down("DELETE FROM author WHERE id = 3;\nDROP VIEW IF EXISTS titles;\n");

    private static final Scripts TITLES = Scripts.repeatable(
            "titles", "DROP VIEW IF EXISTS titles;\nCREATE VIEW titles AS SELECT title FROM book;\n");

    /** Removes all that these migrations can have made. */
    static final List<String> DROP_EVERYTHING = List.of(
            "DROP VIEW IF EXISTS titles",
            "DROP TABLE IF EXISTS room",
            "DROP TABLE IF EXISTS shelf",
            "DROP TABLE IF EXISTS book",
            "DROP TABLE IF EXISTS author");

    private FaultFolder() {}

    static List<Scripts> all() {
        return List.of(AUTHOR, BOOK, SHELF, ROWS, TITLES);
    }

    /** Each statement for itself. */
    static List<Scripts> withoutTransactions() {
        return all().stream().map(Scripts::withoutTransaction).toList();
    }

    /** The second one stops after its first statement, up and down, and leaves that one behind on every database. */
    static List<Scripts> stopsHalfWay(Direction direction) {
        String nowhere = "INSERT INTO not_there (id) VALUES (1);\n";
        Scripts book = Scripts.versioned(
                        "2",
                        "create book",
                        "CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY);\n"
                                + (direction == Direction.UP ? nowhere : ""))
                .down("DROP TABLE book;\n" + nowhere)
                .withoutTransaction();
        return List.of(AUTHOR, book);
    }

    /** The first one with a comment that it did not have. */
    static List<Scripts> edited() {
        return replaced(AUTHOR, AUTHOR.edited("-- edited\n" + AUTHOR.upSql()));
    }

    /** Without the third one. */
    static List<Scripts> gone() {
        List<Scripts> rest = new ArrayList<>(all());
        rest.remove(SHELF);
        return rest;
    }

    private static List<Scripts> replaced(Scripts old, Scripts other) {
        List<Scripts> replaced = new ArrayList<>(all());
        Collections.replaceAll(replaced, old, other);
        return replaced;
    }
}
