package dev.switchback.core.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A schema of SQLite made up from a random source; the names come from few, so that two schemas have much in common. */
final class GeneratedSqliteSchema {

    private static final int MOST_TABLES = 4;
    private static final int MOST_COLUMNS = 5;

    private final Random random;
    private final List<String> statements = new ArrayList<>();

    private GeneratedSqliteSchema(Random random) {
        this.random = random;
    }

    static List<String> statements(Random random) {
        GeneratedSqliteSchema schema = new GeneratedSqliteSchema(random);
        List<String> tables = new ArrayList<>();
        for (int i = 1; i <= MOST_TABLES; i++) {
            if (random.nextInt(4) > 0) {
                tables.add(i == 3 ? "\"order\"" : "t" + i);
            }
        }
        tables.forEach(table -> schema.table(table, tables));
        schema.views(tables);
        return schema.statements;
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private boolean often(int percent) {
        return random.nextInt(100) < percent;
    }

    private void table(String table, List<String> tables) {
        boolean rowid = often(80);
        List<String> lines = new ArrayList<>();
        List<String> columns = new ArrayList<>(List.of("id"));
        boolean tableKey = often(30);
        String key = rowid ? one(" primary key", " PRIMARY KEY AUTOINCREMENT", " primary key desc") : " primary key";
        lines.add(tableKey ? "id " + one("integer", "text", "int") : "id INTEGER" + key);
        for (int i = 1; i <= MOST_COLUMNS; i++) {
            if (often(60)) {
                String name = i == 4 ? "\"group\"" : "c" + i;
                lines.add(column(name, columns, tables));
                columns.add(name);
            }
        }
        if (tableKey) {
            lines.add(one("", "constraint pk_" + plain(table) + " ") + "primary key (id"
                    + (often(30) && columns.size() > 1 ? ", " + columns.get(1) : "") + ")");
        }
        if (often(30)) {
            lines.add(one("", "constraint named ") + "unique (" + one(columns.toArray(String[]::new)) + one("", " desc")
                    + ", id)");
        }
        if (often(30)) {
            lines.add(one("", "constraint \"a check\" ") + "check (" + one(columns.toArray(String[]::new))
                    + one(" >= -1", " <> 'x,)'", " is not  null", " in (1,2, 3) or 1=1") + ")");
        }
        if (often(30)) {
            String parent = one(tables.toArray(String[]::new));
            lines.add("foreign key (id) references " + parent + one("", "(id)")
                    + one("", " on delete cascade", " on update no action on delete set null")
                    + one("", " deferrable initially deferred"));
        }
        statements.add("create table " + table + " (" + String.join(one(", ", ",\n  -- a comment\n  "), lines) + ")"
                + (rowid ? "" : " without rowid"));
        for (int i = 1; i <= 2; i++) {
            if (often(40)) {
                String column = one(columns.toArray(String[]::new));
                statements.add("create " + one("", "unique ") + "index ix" + i + "_" + plain(table) + " on " + table
                        + "(" + one(column, "lower(" + column + ")", column + " desc", column + " collate nocase")
                        + ", id)"
                        + one("", " where " + column + " > 5"));
            }
        }
        if (often(30)) {
            statements.add("create trigger tr_" + plain(table) + one(" after", "") + " insert on " + table
                    + one("", " for each row") + " when new.id > 1000 begin update "
                    + one(tables.toArray(String[]::new))
                    + " set id = case when id > 1 then id else id end where id = -1; end");
        }
    }

    private String column(String name, List<String> columns, List<String> tables) {
        if (often(10)) {
            return name + " integer " + one("generated always ", "") + "as (" + columns.get(0) + " * 2 )"
                    + one("", " stored", " virtual");
        }
        return name
                + one("", " integer", " TEXT", " varchar(20)", " decimal( 10 , 2 )", " real", " blob")
                + one("", "", " not null", " not null default 7", " default 'it''s'", " default current_timestamp")
                + one("", "", "", " collate nocase", " unique")
                + (often(15) ? " check (" + name + " > -9)" : "")
                + (often(15) ? " references " + one(tables.toArray(String[]::new)) + "(id)" : "");
    }

    private void views(List<String> tables) {
        if (!tables.isEmpty() && often(50)) {
            statements.add("create view v1 as select id, '\"x' as k from " + one(tables.toArray(String[]::new))
                    + one("", " where id > 0"));
            if (often(50)) {
                statements.add("create view v2(a) as select v1.id from v1" + one("", " order by 1"));
            }
        }
    }

    private static String plain(String name) {
        return name.replace("\"", "");
    }
}
