package dev.switchback.docs.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What a sequence of commands must have led to: versions 1 to {@link #files} have files, versions 1 to {@link #applied}
 * are applied, and the one repeatable migration, a view that shows its revision, has been run with some revision or not.
 * Every version that can be divided by three puts a row into the table of the version before it, every other one makes a
 * table of its own; so a statement that runs twice, or not at all, fails or shows.
 */
final class Model {

    private int files;
    private int applied;
    private int revision;
    private Optional<Integer> recorded = Optional.empty();
    private Optional<Integer> seen = Optional.empty();

    static String file(int version) {
        return "V" + version + "__step.sql";
    }

    static List<String> up(int version) {
        return makesRow(version)
                ? List.of("INSERT INTO t" + (version - 1) + " (id) VALUES (" + version + ")")
                : List.of(
                        "CREATE TABLE t" + version + " (id INTEGER NOT NULL PRIMARY KEY)",
                        "INSERT INTO t" + version + " (id) VALUES (0)");
    }

    static List<String> down(int version) {
        return makesRow(version)
                ? List.of("DELETE FROM t" + (version - 1) + " WHERE id = " + version)
                : List.of("DELETE FROM t" + version, "DROP TABLE t" + version);
    }

    /** What undoes a version of which nobody knows how much is there. */
    static List<String> away(int version) {
        return makesRow(version) ? down(version) : List.of("DROP TABLE IF EXISTS t" + version);
    }

    static List<String> view(int revision) {
        return List.of("DROP VIEW IF EXISTS latest", "CREATE VIEW latest AS SELECT " + revision + " AS n");
    }

    private static boolean makesRow(int version) {
        return version % 3 == 0;
    }

    /** A new file. */
    int create() {
        return ++files;
    }

    /** A new text of the repeatable migration. */
    int revise() {
        return ++revision;
    }

    int files() {
        return files;
    }

    int applied() {
        return applied;
    }

    int revision() {
        return revision;
    }

    /** The revision that the view shows; empty if there is no view. */
    Optional<Integer> seen() {
        return seen;
    }

    boolean repeatablePending() {
        return revision > 0 && !recorded.equals(Optional.of(revision));
    }

    boolean repeatableRecorded() {
        return recorded.isPresent();
    }

    boolean upToDate() {
        return applied == files && !repeatablePending();
    }

    /** What an upgrade to a version runs, as {@code Migration.label} names it. */
    List<String> toUpgrade(int target) {
        List<String> labels = new ArrayList<>(IntStream.rangeClosed(applied + 1, target)
                .mapToObj(String::valueOf)
                .toList());
        if (target == files && repeatablePending()) {
            labels.add("R latest");
        }
        return labels;
    }

    /** The versions from below upwards, and with the last of them the repeatable migration. */
    void upgraded(int target) {
        if (target == files && repeatablePending()) {
            ranRepeatable();
        }
        applied = target;
    }

    /** An upgrade that was killed: so far it came. */
    void reached(int version, boolean repeatable) {
        if (repeatable) {
            ranRepeatable();
        }
        applied = version;
    }

    private void ranRepeatable() {
        recorded = Optional.of(revision);
        seen = recorded;
    }

    /** With the first version the repeatable migration is forgotten; its view stays. */
    void downgraded(int target) {
        if (target < applied) {
            recorded = Optional.empty();
        }
        applied = target;
    }

    /** Recorded as if it had run, or as if it had never run; the schema follows by hand. */
    void stamped(int target) {
        if (target != files || target == 0) {
            recorded = Optional.empty();
        } else if (revision > 0 && recorded.isEmpty()) {
            ranRepeatable();
        }
        applied = target;
    }

    /** What {@code status} says of each file, in its order. */
    List<String> states() {
        List<String> states = new ArrayList<>();
        for (int version = 1; version <= files; version++) {
            states.add(file(version) + (version <= applied ? " APPLIED" : " PENDING"));
        }
        if (revision > 0) {
            states.add(
                    "R__latest.sql " + (recorded.isEmpty() ? "PENDING" : repeatablePending() ? "OUTDATED" : "APPLIED"));
        }
        return states;
    }

    /** Which migrations the history has in effect. */
    Set<String> history() {
        Set<String> scripts = new TreeSet<>();
        IntStream.rangeClosed(1, applied).forEach(version -> scripts.add(file(version)));
        recorded.ifPresent(r -> scripts.add("R__latest.sql"));
        return scripts;
    }

    /** The tables, and the rows in each. */
    Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new TreeMap<>();
        for (int version = 1; version <= applied; version++) {
            if (makesRow(version)) {
                tables.put("t" + (version - 1), List.of("0", String.valueOf(version)));
            } else {
                tables.put("t" + version, List.of("0"));
            }
        }
        seen.ifPresent(n -> tables.put("latest", List.of(String.valueOf(n))));
        return tables;
    }

    @Override
    public String toString() {
        return applied + " of " + files + " applied, repeatable revision " + revision + ", recorded " + recorded
                + ", seen " + seen;
    }
}
