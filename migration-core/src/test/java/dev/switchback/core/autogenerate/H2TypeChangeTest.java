package dev.switchback.core.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.core.domain.ddl.H2Ddl;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.SchemaDiff;
import dev.switchback.core.jdbc.inspect.H2SchemaInspector;
import dev.switchback.tck.H2Database;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The changes of H2. */
final class H2TypeChangeTest extends TypeChangeContract {

    H2TypeChangeTest() {
        super(new H2Database(), new H2SchemaInspector(), new H2Ddl());
    }

    @Override
    Stream<Change> losses() {
        return Stream.of(
                new Change("timestamp", "'2024-01-01 10:11:12.654321'", "timestamp(0)"),
                new Change("time(3)", "'10:11:12.765'", "time"),
                new Change("decimal(10,2)", "1.55", "integer"),
                new Change("double precision", "2.7", "bigint"),
                new Change("double precision", "3.14159", "decimal(10,2)"),
                new Change("double precision", "1.23456789012345", "real"),
                new Change(
                        "timestamp with time zone", "'2024-01-01 10:11:12.654321+02'", "timestamp(0) with time zone"),
                new Change("timestamp with time zone", "'2024-01-01 10:11:12.654321+05'", "timestamp"),
                new Change("timestamp with time zone", "'2024-01-01 10:11:12+05'", "time with time zone"),
                new Change(
                        "interval day to second", "interval '1 2:03:04.654321' day to second", "interval day to hour"),
                new Change("numeric(10,4) array", "array[1.2345]", "numeric(10,2) array"),
                new Change("varchar(10)", "'007'", "integer"),
                new Change("varchar(10)", "'B'", "enum('a', 'b')"));
    }

    @Override
    Stream<Change> widenings() {
        return Stream.of(
                new Change("timestamp(0)", "'2024-01-01 10:11:12'", "timestamp"),
                new Change("timestamp(3) with time zone", "'2024-01-01 10:11:12.5+02'", "timestamp with time zone"),
                new Change("integer", "7", "bigint"),
                new Change("integer", "7", "numeric(10)"),
                new Change("numeric(10,2)", "1.55", "numeric(12,2)"),
                new Change("varchar(10)", "'007'", "varchar(20)"),
                new Change("varchar(10)", "'007'", "clob"),
                new Change(
                        "interval day(2) to second(3)",
                        "interval '1 2:03:04.5' day to second",
                        "interval day(3) to second(3)"),
                new Change("integer array[2]", "array[1]", "bigint array[3]"),
                new Change("enum('a', 'b')", "'b'", "enum('a', 'b', 'c')"));
    }

    @Test
    void seesWhatADomainStandsOn(@TempDir Path folder) throws SQLException {
        assertThat(risk(folder, "numeric(10,4)", "numeric(10,2)")).isEqualTo(Risk.LOSES_DATA);
        assertThat(risk(folder, "numeric(10,2)", "numeric(12,2) check (value > 0)"))
                .isEqualTo(Risk.REJECTS_ROWS);
    }

    private static Risk risk(Path folder, String before, String after) throws SQLException {
        try (Room room = Room.in(new H2Database().fresh(folder));
                Room other = Room.in(new H2Database().fresh(folder))) {
            room.run(List.of("CREATE DOMAIN dm AS " + before, "CREATE TABLE t (c dm)"));
            other.run(List.of("CREATE DOMAIN dm AS " + after, "CREATE TABLE t (c dm)"));
            H2SchemaInspector inspector = new H2SchemaInspector();
            return new H2Ddl()
                            .render(SchemaDiff.between(
                                    inspector.inspect(room.connection(), Set.of()),
                                    inspector.inspect(other.connection(), Set.of())))
                            .stream()
                            .map(DdlStatement::risk)
                            .max(Risk::compareTo)
                            .orElse(Risk.NONE);
        }
    }
}
