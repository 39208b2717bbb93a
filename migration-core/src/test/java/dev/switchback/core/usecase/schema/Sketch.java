package dev.switchback.core.usecase.schema;

import dev.switchback.core.domain.Dialect;
import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Schemas as short text: {@code "book: id integer!, title text"}; an exclamation mark means not null. */
final class Sketch {
    private Sketch() {}

    static DatabaseSchema schema(String... tables) {
        return DatabaseSchema.of(
                Dialect.SQLITE, Stream.of(tables).map(Sketch::table).toList(), List.of());
    }

    static Table table(String text) {
        String[] parts = text.split(": ", -1);
        return new Table(
                ObjectName.of(parts[0]),
                Stream.of(parts[1].split(", ", -1)).map(Sketch::column).toList(),
                List.of(),
                List.of(),
                "",
                Optional.empty(),
                Set.of());
    }

    static Column column(String text) {
        String[] parts = text.split(" ", -1);
        return new Column(
                parts[0],
                parts[1].replace("!", ""),
                !parts[1].endsWith("!"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
