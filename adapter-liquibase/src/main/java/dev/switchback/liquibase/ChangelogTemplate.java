package dev.switchback.liquibase;

import dev.switchback.core.domain.MigrationFileName;
import dev.switchback.core.domain.MigrationFileName.Prefix;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a new changelog begins with: everything but its changes, so that a file that nobody has written yet cannot be run.
 *
 * @param name the name of the file
 * @param remarks what it says about itself, a sentence each
 * @param withDown whether it has a place for a rollback
 */
record ChangelogTemplate(MigrationFileName name, List<String> remarks, boolean withDown) {

    static final String XML = ".xml";
    static final String JSON = ".json";

    private static final String WRITE = "Write the changes here, for example:";
    private static final String BACK =
            "Write what takes them back, or remove the rollback: a createTable takes itself back, an insert does not.";
    private static final String NO_BACK =
            "It has no rollback: it can be reverted only if its changes take themselves back.";

    private static final String YAML_TABLE = """
                  #   - createTable:
                  #       tableName: invoice
                  #       columns:
                  #         - column:
                  #             name: id
                  #             type: bigint
            """;
    private static final String YAML_VIEW = """
                  #   - createView:
                  #       viewName: open_invoice
                  #       replaceIfExists: true
                  #       selectQuery: select id from invoice where paid is null
            """;
    private static final String XML_TABLE = """
                <createTable tableName="invoice">
                  <column name="id" type="bigint"/>
                </createTable>
            """;
    private static final String XML_VIEW = """
                <createView viewName="open_invoice" replaceIfExists="true">
                  select id from invoice where paid is null
                </createView>
            """;

    ChangelogTemplate {
        remarks = List.copyOf(remarks);
    }

    String text() {
        return switch (name.suffix()) {
            case XML -> xml();
            case JSON -> json();
            default -> yaml();
        };
    }

    private String id() {
        return ChangeSetReader.expectedId(name);
    }

    private boolean again() {
        return name.prefix() == Prefix.R;
    }

    /** What there is to say beside the description. */
    private Stream<String> sentences() {
        return withDown || again() ? remarks.stream() : Stream.concat(remarks.stream(), Stream.of(NO_BACK));
    }

    private Stream<String> header() {
        return Stream.concat(Stream.of(name.description()), sentences());
    }

    private String yaml() {
        return header().map(line -> "# " + line + "\n").collect(Collectors.joining())
                + "databaseChangeLog:\n  - changeSet:\n"
                + "      id: \"" + id() + "\"\n"
                + "      author: " + ChangeSetId.AUTHOR + "\n"
                + (again() ? "      runOnChange: true\n" : "")
                + "      # " + WRITE + "\n      # changes:\n"
                + (again() ? YAML_VIEW : YAML_TABLE)
                + "      changes: []\n"
                + (withDown ? "      # " + BACK + "\n      rollback: []\n" : "");
    }

    private String xml() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + header().map(line -> "<!-- " + line + " -->\n").collect(Collectors.joining())
                + "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\"\n"
                + "                   xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                + "                   xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/dbchangelog\n"
                + "                       http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd\">\n"
                + "  <changeSet id=\"" + id() + "\" author=\"" + ChangeSetId.AUTHOR + "\""
                + (again() ? " runOnChange=\"true\"" : "") + ">\n"
                + "    <!-- " + WRITE + "\n" + (again() ? XML_VIEW : XML_TABLE) + "    -->\n"
                + (withDown ? "    <rollback>\n      <!-- " + BACK + " -->\n    </rollback>\n" : "")
                + "  </changeSet>\n</databaseChangeLog>\n";
    }

    /** Without comments, which JSON does not have. */
    private String json() {
        String said =
                Stream.concat(Stream.of(name.description() + "."), sentences()).collect(Collectors.joining(" "));
        return "{\n  \"databaseChangeLog\": [\n    {\n      \"changeSet\": {\n"
                + "        \"id\": \"" + id() + "\",\n"
                + "        \"author\": \"" + ChangeSetId.AUTHOR + "\",\n"
                + (again() ? "        \"runOnChange\": true,\n" : "")
                + "        \"comment\": \"" + said + "\",\n"
                + "        \"changes\": []" + (withDown ? ",\n        \"rollback\": []\n" : "\n")
                + "      }\n    }\n  ]\n}\n";
    }
}
