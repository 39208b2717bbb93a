package dev.switchback.core.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A schema made up from a random source, with rows; the names come from few, so that two schemas have much in common. A
 * statement that the database refuses is no part of the schema. This class knows what all servers have, a subclass the
 * words of its dialect.
 */
abstract class GeneratedSchema {

    private static final int MOST_COLUMNS = 5;
    private static final int MOST_ROWS = 3;

    private final Random random;
    private final List<String> statements = new ArrayList<>();
    private final List<String> foreignKeys = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();

    /** For the dialects. */
    protected GeneratedSchema(Random random) {
        this.random = random;
    }

    /**
     * What a column can be.
     *
     * @param type its type
     * @param defaults what it may have as a default
     * @param values what may stand in a row
     */
    record Kind(String type, List<String> defaults, List<String> values) {

        /** From one line: type, defaults, values, apart with bars; the items of a list with semicolons. */
        static Kind of(String line) {
            String[] parts = line.split("\\|", -1);
            return new Kind(parts[0], List.of(parts[1].split(";", -1)), List.of(parts[2].split(";", -1)));
        }
    }

    /** A column as it is made, with the kind of its values; none if the database computes them. */
    private record Made(String name, List<String> values) {}

    /** What it consists of, in an order in which most of it can be made. */
    final List<String> statements() {
        before();
        List<String> tables = new ArrayList<>();
        for (String name : List.of("t1", "t2", quoted("order"), quoted("Mixed Case"))) {
            if (often(75)) {
                tables.add(name);
            }
        }
        tables.forEach(table -> table(table, tables));
        statements.addAll(foreignKeys);
        views(tables);
        tables.forEach(this::programs);
        return statements;
    }

    /** The statements that insert rows; some are refused. */
    final List<String> rows() {
        return rows;
    }

    /** What tables need. */
    protected abstract void before();

    /** The kinds of columns. */
    protected abstract List<Kind> kinds();

    /** What makes an integer column numbered by the database. */
    protected abstract String numbered();

    /** What may stand after the type and the default of a column. */
    protected abstract String decoration(Kind kind);

    /** Where a computed column keeps its values. */
    protected abstract String kept();

    /** What may stand between the column and the comma in an index. */
    protected abstract String indexed(String column);

    /** What may stand after an index. */
    protected abstract String indexOptions(List<String> columns);

    /** What may stand after a foreign key. */
    protected abstract String actions();

    /** What may stand after a table. */
    protected abstract String tableOptions();

    /** What belongs to a table and is said by itself: comments, triggers. */
    protected abstract void programs(String table);

    /** A name in quotes. */
    protected abstract String quoted(String name);

    private void table(String table, List<String> tables) {
        List<String> lines = new ArrayList<>();
        List<Made> columns = new ArrayList<>();
        boolean numbered = often(50);
        boolean inline = often(50);
        lines.add("id " + one("integer", "integer", "bigint") + (numbered ? numbered() : "")
                + (inline ? " primary key" : ""));
        columns.add(new Made("id", numbered ? List.of() : List.of("1", "2", "3")));
        for (int i = 1; i <= MOST_COLUMNS; i++) {
            if (often(60)) {
                column(i == 4 ? quoted("group") : "c" + i, lines, columns);
            }
        }
        if (!inline && often(85)) {
            lines.add(one("", "constraint pk_" + plain(table) + " ") + "primary key (id"
                    + (often(20) ? ", " + oneOf(columns) : "") + ")");
        }
        if (often(30)) {
            lines.add(one("", "constraint uq_" + plain(table) + " ") + "unique (" + oneOf(columns) + one("", ", id")
                    + ")");
        }
        if (often(30)) {
            lines.add(one("", "constraint " + quoted("a check " + plain(table)) + " ") + "check (" + oneOf(columns)
                    + one(
                            " is not null",
                            " <> 'x,)'",
                            " > -7",
                            " in (1,2, 3) or id > -8",
                            " in ('one', '12', 'it''s') or id > -9")
                    + ")");
        }
        if (often(50)) {
            lines.add("parent " + one("integer", "integer", "bigint") + one("", "", " not null"));
            columns.add(new Made("parent", List.of("1", "2", "NULL")));
            foreignKeys.add("alter table " + table + " add " + one("", "constraint fk_" + plain(table) + " ")
                    + "foreign key (parent) references " + one(tables.toArray(String[]::new)) + " (id)" + actions());
        }
        say("create table " + table + " (" + String.join(", ", lines) + ")" + tableOptions());
        List<String> names = columns.stream().map(Made::name).toList();
        for (int i = 1; i <= 2; i++) {
            if (often(40)) {
                say("create " + one("", "", "unique ") + "index ix" + i + "_" + plain(table) + " on " + table + " ("
                        + indexed(oneOf(columns)) + one("", ", " + oneOf(columns)) + ")" + indexOptions(names));
            }
        }
        rows(table, columns);
    }

    private void column(String name, List<String> lines, List<Made> columns) {
        if (often(12)) {
            String of = oneOf(columns);
            lines.add(name + " " + one("integer", "numeric(12,2)") + " generated always as ("
                    + one(of + " * 2", of + " + 1", "id * 3") + ")" + kept());
            columns.add(new Made(name, List.of()));
            return;
        }
        Kind kind = kinds().get(random.nextInt(kinds().size()));
        String fallback = one(kind.defaults().toArray(String[]::new));
        lines.add(name + " " + kind.type() + (often(50) || fallback.isEmpty() ? "" : " default " + fallback)
                + one("", "", "", " not null") + one("", "", "", "", " unique") + decoration(kind));
        columns.add(new Made(name, kind.values()));
    }

    private void rows(String table, List<Made> columns) {
        List<Made> given = columns.stream().filter(c -> !c.values().isEmpty()).toList();
        int count = given.isEmpty() ? 0 : random.nextInt(MOST_ROWS + 1);
        for (int row = 0; row < count; row++) {
            int number = row;
            List<String> values = given.stream()
                    .map(c -> c.name().equals("id")
                            ? c.values().get(number)
                            : one(c.values().toArray(String[]::new)))
                    .toList();
            rows.add("insert into " + table + " ("
                    + String.join(", ", given.stream().map(Made::name).toList()) + ") values ("
                    + String.join(", ", values) + ")");
        }
    }

    private void views(List<String> tables) {
        if (!tables.isEmpty() && often(60)) {
            say("create view v1 as select " + one("id, 'it''s' as k", "id, c1 as k", "*") + " from "
                    + one(tables.toArray(String[]::new))
                    + one("", " where id > 0", " order by id", " where c1 in ('one', '12') or c2 not in ('x', 'y')"));
            if (often(60)) {
                say("create view v2 as select v1.id, " + one("count(*) as n", "max(k) as n")
                        + " from v1 group by v1.id");
            }
        }
    }

    /** Adds a statement. */
    protected final void say(String sql) {
        statements.add(sql);
    }

    /** One of some texts. */
    protected final String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    /** Whether something happens that happens so often in a hundred times. */
    protected final boolean often(int percent) {
        return random.nextInt(100) < percent;
    }

    private String oneOf(List<Made> columns) {
        return columns.get(random.nextInt(columns.size())).name();
    }

    /** A name as a part of another one. */
    protected static String plain(String name) {
        return name.replaceAll("[^\\w]", "");
    }
}
