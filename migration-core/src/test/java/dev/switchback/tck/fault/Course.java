package dev.switchback.tck.fault;

import dev.switchback.api.model.Direction;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.core.domain.Dialect;
import dev.switchback.core.sql.SqlSplitter;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.tck.Scripts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The scripts of an undisturbed run, in order, statement by statement.
 *
 * @param before what had run before, all of it
 * @param legs the scripts of the run
 */
record Course(List<String> before, List<Leg> legs) {

    /**
     * One script of the run.
     *
     * @param script the file of the migration
     * @param statements its statements
     * @param atomic whether all of it is one transaction
     */
    record Leg(String script, List<String> statements, boolean atomic) {}

    static Course of(List<Scripts> folder, Direction direction, Dialect dialect) {
        List<Leg> up = folder.stream()
                .map(s -> new Leg(s.file(), split(s.upSql(), dialect), atomic(s, dialect)))
                .toList();
        if (direction == Direction.UP) {
            return new Course(List.of(), up);
        }
        List<Leg> down = new ArrayList<>();
        for (Scripts s : folder) {
            if (s.kind() == MigrationKind.VERSIONED) {
                down.add(new Leg(s.file(), split(s.downSql().orElseThrow(), dialect), atomic(s, dialect)));
            }
        }
        Collections.reverse(down);
        return new Course(up.stream().flatMap(leg -> leg.statements.stream()).toList(), down);
    }

    private static boolean atomic(Scripts script, Dialect dialect) {
        return dialect.transactionalDdl()
                && script.transaction() != dev.switchback.core.domain.SqlScript.Transaction.OFF;
    }

    private static List<String> split(String sql, Dialect dialect) {
        return SqlSplitter.of(dialect.sql()).split(sql, "course").stream()
                .map(SqlStatement::sql)
                .toList();
    }

    /** Everything from an empty database up to so many statements of one leg. */
    List<String> upTo(int leg, int statements) {
        Stream<String> earlier = legs.subList(0, leg).stream().flatMap(l -> l.statements.stream());
        return Stream.of(
                        before.stream(),
                        earlier,
                        leg == legs.size()
                                ? Stream.<String>empty()
                                : legs.get(leg).statements.stream().limit(statements))
                .flatMap(s -> s)
                .toList();
    }

    int indexOf(String script) {
        for (int i = 0; i < legs.size(); i++) {
            if (legs.get(i).script.equals(script)) {
                return i;
            }
        }
        throw new AssertionError(script + " is not in " + legs);
    }
}
