package dev.switchback.api.config;

/** The databases that Switchback can work on. */
public enum DatabaseKind {
    /** SQLite, a file or in memory. */
    SQLITE("SQLite", "jdbc:sqlite:", "org.xerial:sqlite-jdbc"),
    /** H2, a file, in memory or a server. */
    H2("H2", "jdbc:h2:", "com.h2database:h2"),
    /** PostgreSQL and what speaks its protocol. */
    POSTGRESQL("PostgreSQL", "jdbc:postgresql:", "org.postgresql:postgresql"),
    /** MariaDB. */
    MARIADB("MariaDB", "jdbc:mariadb:", "org.mariadb.jdbc:mariadb-java-client"),
    /** MySQL, reached with the driver of MariaDB. */
    MYSQL("MySQL", "jdbc:mysql:", "org.mariadb.jdbc:mariadb-java-client");

    private final String displayName;
    private final String jdbcPrefix;
    private final String driverArtifact;

    DatabaseKind(String displayName, String jdbcPrefix, String driverArtifact) {
        this.displayName = displayName;
        this.jdbcPrefix = jdbcPrefix;
        this.driverArtifact = driverArtifact;
    }

    /**
     * The product's own spelling of its name.
     *
     * @return for example {@code PostgreSQL}
     */
    public String displayName() {
        return displayName;
    }

    /**
     * The start of the JDBC URLs that mean this database. A {@code mysql://} URL is nevertheless turned into one that
     * starts with {@code jdbc:mariadb:}, because that is the driver we bring.
     *
     * @return for example {@code jdbc:postgresql:}, with the colon
     */
    public String jdbcPrefix() {
        return jdbcPrefix;
    }

    /**
     * The driver to add when it is missing.
     *
     * @return Maven {@code groupId:artifactId}
     */
    public String driverArtifact() {
        return driverArtifact;
    }
}
