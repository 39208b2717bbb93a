package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.ddl.PostgresqlDdl;
import dev.switchback.core.jdbc.inspect.PostgresqlSchemaInspector;
import dev.switchback.tck.PostgresqlDatabase;
import java.util.stream.Stream;

final class PostgresqlTypeChangeTest extends TypeChangeContract {
    PostgresqlTypeChangeTest() {
        super(new PostgresqlDatabase(), new PostgresqlSchemaInspector(), new PostgresqlDdl());
    }

    /** Most types read a part of a text, and forget the rest. */
    @Override
    Stream<Change> losses() {
        return Stream.of(
                new Change("text", "'1.555'", "numeric(10,2)"),
                new Change("varchar(20)", "'1.5'", "numeric(10)"),
                new Change("text", "'0.12345678901'", "real"),
                new Change("text", "'0.1234567890123456789'", "double precision"),
                new Change("text", "'1.555'", "money"),
                new Change("text", "'2024-01-02 03:04:05'", "date"),
                new Change("text", "'2024-01-02 03:04:05+05'", "timestamp"),
                new Change("text", "'2024-01-02 03:04:05.9'", "timestamptz(0)"),
                new Change("text", "'2024-01-02 03:04:05'", "time"),
                new Change("text", "'1.12345678 seconds'", "interval"),
                new Change("text", "'10110'", "bit(4)"),
                new Change("text", "'10110'", "bit varying(4)"),
                new Change("text", "'abc'", "\"char\""),
                new Change("text", "repeat('x', 70)", "name"),
                new Change("text", "'ab'", "bytea"),
                new Change("text", "'b a b'", "tsvector"),
                new Change("text", "'a   '", "char(2)"),
                new Change("varchar(10)[]", "'{1.555}'", "numeric(10,2)[]"),
                new Change("text", "'{1.555}'", "numeric(10,2)[]"),
                new Change("integer[]", "'{1,2}'", "\"char\""),
                new Change("integer[]", "'{2,1,2}'", "tsvector"),
                new Change("integer", "-1", "oid"));
    }

    @Override
    Stream<Change> widenings() {
        return Stream.of(
                new Change("integer", "7", "bigint"),
                new Change("varchar(10)", "'007'", "text"),
                new Change("smallint", "7", "double precision"),
                new Change("numeric(10,2)", "1.50", "numeric(12,2)"),
                new Change("integer[]", "'{1,2}'", "text"),
                new Change("uuid", "'00000000-0000-4000-8000-000000000001'", "text"));
    }
}
