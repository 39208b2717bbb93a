package dev.switchback.api.model;

import java.util.Locale;

/** What a migration is written in. */
public enum FileFormat {
    /** SQL, which every engine runs. */
    SQL,
    /** A changelog of Liquibase in YAML, with one change set; for the engine {@code liquibase} only. */
    YAML,
    /** The same in XML. */
    XML,
    /** The same in JSON. */
    JSON;

    /** What its files end in, with the dot. */
    public String suffix() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
