package dev.switchback.cli.answer;

import dev.switchback.api.schema.SchemaListing;
import dev.switchback.cli.terminal.Page;
import java.util.List;
import java.util.Optional;

/**
 * A schema as SQL.
 *
 * @param listing the schema
 */
public record InspectAnswer(SchemaListing listing) implements Answer {

    @Override
    public List<String> warnings() {
        return listing.notes();
    }

    @Override
    public Optional<String> markdown() {
        return Optional.of(SchemaLines.fence(listing.statements()));
    }

    @Override
    public void describe(Page page) {
        SchemaLines.sql(listing.statements(), page);
    }

    @Override
    public void describe(Document document) {
        document.put("source", listing.source()).list("statements", listing.statements(), SchemaLines::describe);
    }
}
