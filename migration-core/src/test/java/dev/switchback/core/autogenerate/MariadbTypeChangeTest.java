package dev.switchback.core.autogenerate;

import dev.switchback.core.jdbc.inspect.MariadbSchemaInspector;
import dev.switchback.tck.MariadbDatabase;
import java.util.stream.Stream;

/** The changes of MariaDB. */
final class MariadbTypeChangeTest extends TypeChangeContract {

    MariadbTypeChangeTest() {
        super(new MariadbDatabase(), new MariadbSchemaInspector(), MariadbDatabase.renderer());
    }

    @Override
    Stream<Change> losses() {
        return Stream.of(
                new Change("decimal(10,2)", "1.55", "int"),
                new Change("double", "2.7", "bigint"),
                new Change("double", "3.14159", "decimal(10,2)"),
                new Change("double", "1.23456789012345", "float"),
                new Change("datetime(6)", "'2024-01-01 10:11:12.654321'", "timestamp"),
                new Change("timestamp(6)", "'2024-01-01 10:11:12.654321'", "datetime"),
                new Change("datetime(3)", "'2024-01-01 10:11:12.654'", "datetime"),
                new Change("varchar(10)", "'007'", "int"),
                new Change("varchar(10)", "'a '", "char(10)"),
                new Change("varchar(10)", "'B'", "enum('a', 'b')"),
                new Change("enum('1', '2')", "'1'", "enum('2', '3')"),
                new Change("int", "2", "enum('a', 'b')"));
    }

    @Override
    Stream<Change> widenings() {
        return Stream.of(
                new Change("int", "7", "bigint"),
                new Change("int unsigned", "7", "bigint"),
                new Change("int", "7", "decimal(10)"),
                new Change("float", "1.5", "double"),
                new Change("decimal(10,2)", "1.55", "decimal(12,2)"),
                new Change("varchar(10)", "'007'", "text"),
                new Change("tinytext", "'007'", "longtext"),
                new Change("varbinary(10)", "'007'", "blob"),
                new Change("enum('a', 'b')", "'b'", "enum('a', 'b', 'c')"));
    }
}
