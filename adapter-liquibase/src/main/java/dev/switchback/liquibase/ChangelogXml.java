package dev.switchback.liquibase;

import dev.switchback.api.model.MigrationKind;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.SqlScript;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Writes migrations as a changelog. */
final class ChangelogXml {

    private static final String ROOT = "databaseChangeLog";
    private static final String NAMESPACE = "http://www.liquibase.org/xml/ns/dbchangelog";
    private static final String SCHEMA = NAMESPACE + " " + NAMESPACE + "/dbchangelog-latest.xsd";

    private final ExportForms forms;
    private final ExportedSql sql;
    private final StringWriter text = new StringWriter();

    /**
     * Prepares a document.
     *
     * @param forms chooses the form of each script
     * @param sql the texts of the statements
     */
    ChangelogXml(ExportForms forms, ExportedSql sql) {
        this.forms = forms;
        this.sql = sql;
    }

    String write(Map<String, String> properties, List<MigrationScript> migrations) throws IOException {
        try (IndentedXml xml = new IndentedXml(text)) {
            xml.start(
                    ROOT,
                    "xmlns",
                    NAMESPACE,
                    "xmlns:xsi",
                    "http://www.w3.org/2001/XMLSchema-instance",
                    "xsi:schemaLocation",
                    SCHEMA);
            for (Map.Entry<String, String> property : properties.entrySet()) {
                xml.empty("property", "name", property.getKey(), "value", property.getValue());
            }
            for (MigrationScript migration : migrations) {
                changeSet(xml, migration);
            }
            xml.end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return text.toString();
    }

    private void changeSet(IndentedXml xml, MigrationScript migration) throws XMLStreamException {
        boolean transactional =
                forms.transactional(migration.up()) && migration.down().stream().allMatch(forms::transactional);
        xml.start(
                "changeSet",
                "id",
                ChangeSetId.of(migration).text(),
                "author",
                ChangeSetId.AUTHOR,
                "logicalFilePath",
                migration.script(),
                migration.kind() == MigrationKind.REPEATABLE ? "runOnChange" : "",
                "true",
                transactional ? "" : "runInTransaction",
                "false");
        ExportForm form = forms.of(migration.up());
        if (isCopied(migration.up(), form)) {
            xml.element("validCheckSum", LiquibaseChecksum.ofFile(migration.up().text()));
        }
        if (form == ExportForm.STOPPED) {
            stop(xml, forms.obstacle(migration.up()).orElseThrow() + ", then: liquibase mark-next-changeset-ran");
        } else if (migration.kind() == MigrationKind.BASELINE) {
            onlyWithoutHistory(xml);
        }
        xml.element("comment", migration.migration().description());
        changes(xml, migration.up(), form);
        if (migration.down().isPresent()) {
            SqlScript down = migration.down().get();
            xml.start("rollback");
            if (forms.obstacle(down).isPresent()) {
                xml.element("stop", forms.obstacle(down).get());
            } else {
                changes(xml, down, forms.of(down));
            }
            xml.end();
        } else if (migration.kind() == MigrationKind.REPEATABLE) {
            // forgotten by the first step down, as here; without it plain Liquibase takes back nothing at all
            xml.empty("rollback");
        }
        xml.end();
    }

    private static void stop(IndentedXml xml, String reason) throws XMLStreamException {
        xml.start("preConditions", "onFail", "HALT", "onFailMessage", reason);
        xml.element("sqlCheck", "SELECT 0", "expectedResult", "1");
        xml.end();
    }

    private static void onlyWithoutHistory(IndentedXml xml) throws XMLStreamException {
        xml.start("preConditions", "onFail", "MARK_RAN");
        xml.element(
                "sqlCheck",
                "SELECT COUNT(*) FROM ${database.databaseChangeLogTableName} WHERE AUTHOR = '" + ChangeSetId.AUTHOR
                        + "'",
                "expectedResult",
                "0");
        xml.end();
    }

    private boolean isCopied(SqlScript script, ExportForm form) {
        return form == ExportForm.STATEMENTS || forms.path(script).isEmpty();
    }

    private void changes(IndentedXml xml, SqlScript script, ExportForm form) throws XMLStreamException {
        if (isCopied(script, form)) {
            for (String statement : sql.changes(script)) {
                xml.element("sql", statement, "splitStatements", "false", "stripComments", "false");
            }
            return;
        }
        xml.empty(
                "sqlFile",
                "path",
                forms.path(script).orElseThrow(),
                "relativeToChangelogFile",
                "true",
                "encoding",
                "UTF-8",
                "splitStatements",
                String.valueOf(form == ExportForm.SPLIT_FILE),
                "stripComments",
                "false");
    }
}
