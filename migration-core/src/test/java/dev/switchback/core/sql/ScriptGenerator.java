package dev.switchback.core.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Writes scripts of one dialect out of statements and noise that is meant to mislead a splitter, and knows what has to
 * come out. The same seed gives the same script.
 */
public final class ScriptGenerator {
    private static final String TRAPS = ";;'\"`$$-/*#\\[]()@{}:\n abcE\u0130ı";

    private final SqlDialect dialect;
    private final Random random;
    private final StringBuilder script = new StringBuilder();
    private final List<SqlStatement> statements = new ArrayList<>();
    private String delimiter = ";";

    /** A generator for one script. */
    public ScriptGenerator(SqlDialect dialect, long seed) {
        this.dialect = dialect;
        this.random = new Random(seed);
    }

    /** Writes so many statements, and gives the script. */
    public String write(int count) {
        for (int i = 0; i < count; i++) {
            noise();
            if (dialect == SqlDialect.MARIADB && random.nextInt(4) == 0) {
                delimiter = pick(";", "//", "$$", ";;");
                script.append("\nDELIMITER ").append(delimiter).append('\n');
                noise();
            }
            String sql = statement();
            int line = 1 + (int) script.chars().filter(c -> c == '\n').count();
            statements.add(new SqlStatement(i + 1, line, sql, Optional.empty()));
            script.append(sql);
            innerNoise();
            script.append(i + 1 < count || random.nextBoolean() ? delimiter : "");
        }
        noise();
        return script.toString();
    }

    /** What has to come out of the script. */
    public List<SqlStatement> statements() {
        return List.copyOf(statements);
    }

    private String statement() {
        if (random.nextInt(3) == 0) {
            return pick(bodies());
        }
        StringBuilder sql = new StringBuilder(pick("insert into t values (", "call p(", "select f(", "Update T(i, "));
        int values = 1 + random.nextInt(5);
        for (int i = 0; i < values; i++) {
            sql.append(i == 0 ? "" : pick(", ", "\n, ", " || ")).append(value()).append(pick("", " ", "\n", comment()));
        }
        return sql.append(')').toString();
    }

    private String[] bodies() {
        return switch (dialect) {
            case SQLITE ->
                new String[] {
                    "create trigger a after insert on t begin select case when 1 then 2 end; end",
                    "CREATE TEMP TRIGGER b AFTER DELETE ON t BEGIN\n SELECT ';';\n-- end;\n/* end; */ DELETE FROM t;\nEND",
                    "begin",
                    "end"
                };
            case H2 -> new String[] {"create alias a as $$ int a() { return ';'; /* ' */ }\n$$", "begin", "commit"};
            case POSTGRESQL ->
                new String[] {
                    "do $$ begin perform 'a;b'; -- it's\n end $$",
                    "create function f() returns int begin atomic select 1; select case when true then 2 end; end",
                    "create or replace procedure p() language sql as $b$ select $$;$$; $b$",
                    "create rule r as on insert to t do also (insert into a values (';'); delete from b)",
                    "begin",
                    "end"
                };
            case MARIADB ->
                new String[] {
                    "create procedure p() begin select 1; if a then select ';'; end if; end",
                    "create trigger t before insert on a for each row begin\n set new.a = if(b, 1, 2); # end;\nend",
                    "create definer=a@b function f() returns int return case when a then repeat('a', 2) end",
                    "/*!40101 set names ';' */",
                    "begin",
                    "commit"
                };
        };
    }

    private String value() {
        return switch (random.nextInt(5)) {
            case 0 -> String.valueOf(random.nextInt(1000));
            case 1 -> pick("a", "case_", "t.x", "e", "begin_", "İd");
            case 2 -> "\"" + (dialect == SqlDialect.MARIADB ? escaped('"') : doubled('"')) + "\"";
            case 3 -> dollarOrBackticks();
            default -> "'" + (dialect == SqlDialect.MARIADB ? escaped('\'') : doubled('\'')) + "'";
        };
    }

    private String dollarOrBackticks() {
        return switch (dialect) {
            case POSTGRESQL ->
                pick("$t$" + junk().replace("$", "") + "$t$", " E'" + escaped('\'') + "'", "$$" + dollarless() + "$$");
            case H2 -> "$$" + dollarless() + "$$";
            case SQLITE -> pick("[" + junk().replace("]", "") + "]", "`" + doubled('`') + "`");
            case MARIADB -> "`" + doubled('`') + "`";
        };
    }

    private String dollarless() {
        return junk().replace("$", "");
    }

    private String doubled(char quote) {
        return junk().replace(String.valueOf(quote), String.valueOf(quote) + quote);
    }

    private String escaped(char quote) {
        return junk().replace("\\", "\\\\").replace(String.valueOf(quote), "\\" + quote);
    }

    private String junk() {
        StringBuilder junk = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            junk.append(TRAPS.charAt(random.nextInt(TRAPS.length())));
        }
        return junk.append(random.nextInt(10) == 0 ? "commit; end;" : "").toString();
    }

    private String comment() {
        String line = junk().replace("\n", "");
        String block = "/* " + junk().replace("*", "").replace("/", "") + " */";
        return pick("-- " + line + "\n", block, dialect == SqlDialect.MARIADB ? "# " + line + "\n" : block);
    }

    private void innerNoise() {
        script.append(pick("", " ", "\n", " " + comment()));
    }

    private void noise() {
        int pieces = random.nextInt(4);
        for (int i = 0; i < pieces; i++) {
            script.append(pick("\n", " ", "\t", comment(), delimiter, "\n" + comment()));
        }
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
