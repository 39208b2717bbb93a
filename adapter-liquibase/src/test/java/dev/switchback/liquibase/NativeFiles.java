package dev.switchback.liquibase;

/** One migration in each format: the same changes, so that they have to give the same SQL. */
final class NativeFiles {

    static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                  http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
              <changeSet id="1" author="switchback">
                <comment>orders; and what is in them</comment>
                <createTable tableName="orders">
                  <column name="id" type="int"><constraints primaryKey="true" nullable="false"/></column>
                  <column name="note" type="varchar(40)" defaultValue="it's; new"/>
                </createTable>
                <createIndex tableName="orders" indexName="orders_note">
                  <column name="note"/>
                </createIndex>
              </changeSet>
            </databaseChangeLog>
            """;

    static final String YAML = """
            databaseChangeLog:
              - changeSet:
                  id: 1
                  author: switchback
                  comment: orders
                  changes:
                    - createTable:
                        tableName: orders
                        columns:
                          - column:
                              name: id
                              type: int
                              constraints: {primaryKey: true, nullable: false}
                          - column: {name: note, type: varchar(40), defaultValue: "it's; new"}
                    - createIndex:
                        tableName: orders
                        indexName: orders_note
                        columns:
                          - column: {name: note}
            """;

    static final String JSON = """
            {
            \t"databaseChangeLog": [
            \t\t{ "changeSet": {
            \t\t\t"id": "1", "author": "switchback",
            \t\t\t"changes": [
            \t\t\t\t{ "createTable": { "tableName": "orders", "columns": [
            \t\t\t\t\t{ "column": { "name": "id", "type": "int",
            \t\t\t\t\t\t"constraints": { "primaryKey": true, "nullable": false } } },
            \t\t\t\t\t{ "column": { "name": "note", "type": "varchar(40)", "defaultValue": "it's; new" } } ] } },
            \t\t\t\t{ "createIndex": { "tableName": "orders", "indexName": "orders_note", "columns": [
            \t\t\t\t\t{ "column": { "name": "note" } } ] } } ] } }
            \t]
            }
            """;

    private NativeFiles() {}

    /** A change set in XML. */
    static String xml(String attributes, String content) {
        return "<databaseChangeLog>\n<changeSet " + attributes + ">\n" + content
                + "\n</changeSet>\n</databaseChangeLog>\n";
    }

    /** A change set in XML with the id that it has to have. */
    static String version(int version, String content) {
        return xml("id=\"" + version + "\" author=\"switchback\"", content);
    }
}
