package dev.switchback.docs.bench;

import java.nio.file.Path;

/** Something that can do the measured tasks. */
interface Tool {

    /** Reads what is applied and what is pending. */
    void status() throws Exception;

    /** Applies what is pending, which may be nothing. */
    void upgrade() throws Exception;

    /** What an application does with it when it starts. */
    default void start() throws Exception {
        upgrade();
    }

    /**
     * Finds a tool.
     *
     * @param name its name in the tables
     * @param folder the migrations
     * @param url the database, as JDBC calls it
     */
    static Tool named(String name, Path folder, String url) {
        return switch (name) {
            case "no migrations" -> new NoTool();
            case "plain JDBC" -> new JdbcTool(folder, url);
            case "Flyway" -> new FlywayTool(folder, url);
            case "Liquibase" -> new LiquibaseTool(folder, url);
            case "Switchback on Flyway" -> new SwitchbackTool("flyway", folder, url);
            case "Switchback on Liquibase" -> new SwitchbackTool("liquibase", folder, url);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
