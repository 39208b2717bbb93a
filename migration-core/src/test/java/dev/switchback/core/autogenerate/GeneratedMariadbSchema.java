package dev.switchback.core.autogenerate;

import dev.switchback.tck.MariadbDatabase;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A made up schema of MariaDB. */
final class GeneratedMariadbSchema extends GeneratedSchema {

    private static final List<Kind> KINDS = Stream.of(
                    "int|1;-5;(2 * 3);nextval(s1)|1;2;40000;NULL",
                    "int unsigned|1|1;3000000000",
                    "bigint|9|1;5000000000",
                    "smallint|3|1;2;NULL",
                    "tinyint(1)|1|0;1",
                    "decimal(10,2)|0.5;1|1.5;2.25;NULL",
                    "decimal(12,3) unsigned|0|1.5;2.125",
                    "double|1.5|1.5;2",
                    "float|1.5|1.5;2",
                    "varchar(20)|'a';'it''s'|'one';'12';'2024-01-01';NULL",
                    "varchar(40)|'a';" + made() + "|'one';'a longer text than twenty'",
                    "varchar(20) character set latin1|'ä'|'ö';'1'",
                    "text|'';(concat('a', 'b'))|'one';'12';NULL",
                    "mediumtext||'one'",
                    "char(3)|'x'|'abc';'1'",
                    "date|(curdate());'2024-02-03'|'2024-01-01';NULL",
                    "datetime|current_timestamp;'2024-02-03 10:00:00'|'2024-01-01 10:00:00'",
                    "datetime(3)|current_timestamp(3);current_timestamp(3) on update current_timestamp(3)|'2024-01-01 10:00:00.5'",
                    "timestamp|current_timestamp;current_timestamp on update current_timestamp|'2024-01-01 10:00:00'",
                    "timestamp null||'2024-01-01 10:00:00';NULL",
                    "time|'10:00:00'|'10:00:01'",
                    "year|2024|2020",
                    "uuid|uuid()|'00000000-0000-4000-8000-000000000001';NULL",
                    "json|'{}'|'{\"a\": 1}'",
                    "enum('a','b')|'a'|'a';'b';NULL",
                    "enum('b','a','it''s')|'b'|'a';'it''s'",
                    "set('x','y')|'x,y'|'x';''",
                    "bit(4)|b'1'|1;2",
                    "varbinary(20)|'a'|x'01'",
                    "blob||x'0102';NULL",
                    "inet6||'::1'")
            .map(Kind::of)
            .toList();

    /** A default that is made: MySQL refuses a new column whose value would be another one on a replica. */
    private static String made() {
        return MariadbDatabase.isMysql() ? "(concat('a', 'b'))" : "(uuid())";
    }

    private GeneratedMariadbSchema(Random random) {
        super(random);
    }

    static GeneratedSchema from(Random random) {
        return new GeneratedMariadbSchema(random);
    }

    @Override
    protected void before() {
        if (often(80)) {
            say("create sequence s1" + one("", " increment by 5", " increment by -1")
                    + one("", " start with 3", " cycle") + one("", " cache 10"));
        }
        if (often(70)) {
            say("create function f1(n int) returns " + one("int", "bigint") + " deterministic return n"
                    + one("", " + 1"));
        }
        if (often(30)) {
            say("create procedure p1(" + one("", "n int", "out n int") + ") begin " + one("select 1", "set @a = 'x;y'")
                    + "; end");
        }
    }

    @Override
    protected List<Kind> kinds() {
        return KINDS;
    }

    @Override
    protected String numbered() {
        return " auto_increment";
    }

    @Override
    protected String decoration(Kind kind) {
        return (kind.type().matches("(varchar\\(\\d+\\)|text|char.*)") ? one("", "", "", " collate utf8mb4_bin") : "")
                + one("", "", "", "", " invisible")
                + one("", "", "", " comment 'it''s'", " comment 'x'")
                + (kind.type().matches("int|decimal.*") ? one("", "", "", " check (c1 is not null)") : "");
    }

    @Override
    protected String kept() {
        return one(" stored", " virtual", "") + one("", "", " comment 'computed'");
    }

    @Override
    protected String indexed(String column) {
        return column + one("", "", "(4)") + one("", "", " desc");
    }

    @Override
    protected String indexOptions(List<String> columns) {
        return one("", "", " using btree") + one("", "", " comment 'an index'") + one("", "", "", " ignored");
    }

    @Override
    protected String actions() {
        return one("", " on delete cascade", " on delete set null on update cascade", " on delete restrict");
    }

    @Override
    protected String tableOptions() {
        return one("", "", " comment='a table'", " comment='it''s'")
                + one("", "", " row_format=dynamic", " row_format=compressed")
                + one("", "", "", " default charset=latin1", " collate=utf8mb4_bin");
    }

    @Override
    protected void programs(String table) {
        String name = plain(table);
        if (often(15)) {
            say("create fulltext index ix3_" + name + " on " + table + " (" + one("c1", "c2", "c1, c2") + ")");
        }
        if (often(30)) {
            say("create trigger tr_" + name + one(" before insert", " after update", " before delete") + " on " + table
                    + " for each row " + one("set @a = 1", "begin set @a = 'x;y'; set @b = 2; end"));
        }
        if (often(15)) {
            say("create trigger tr2_" + name + " before insert on " + table + " for each row set @c = 1");
        }
    }

    @Override
    protected String quoted(String name) {
        return '`' + name + '`';
    }
}
