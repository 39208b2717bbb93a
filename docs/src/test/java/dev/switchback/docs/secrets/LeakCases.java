package dev.switchback.docs.secrets;

import static dev.switchback.docs.secrets.LeakCase.CONFIG;
import static dev.switchback.docs.secrets.LeakCase.FAILED_CLEAN;
import static dev.switchback.docs.secrets.LeakCase.OK;
import static dev.switchback.docs.secrets.LeakCase.UNAVAILABLE;
import static dev.switchback.docs.secrets.LeakCase.url;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What goes wrong, on which database. {@code canary} is a wrong password wherever a server is asked for one, but in the
 * cases of {@link #withTheRightPassword}.
 */
final class LeakCases {

    /** A port at which nobody listens. */
    private static final int REFUSED = 1;

    private final Canary canary;
    private final String files;

    LeakCases(Canary canary, Path folder) {
        this.canary = canary;
        // each engine has databases of its own, because each has a history of its own
        this.files = folder + "/" + LeakCase.ENGINE;
    }

    /** URLs that never come as far as a driver, or for which there is none. */
    List<LeakCase> malformed() {
        String p = canary.text();
        String e = canary.encoded();
        return List.of(
                url("no scheme", CONFIG, "app:" + p + "@db.example/shop"),
                url("unknown scheme", CONFIG, "nosuchdb://app:" + e + "@db.example/shop"),
                url("a database that is not supported", CONFIG, "oracle://app:" + e + "@db.example/shop"),
                url("a JDBC URL of another database", CONFIG, "jdbc:oracle:thin:app/" + p + "@db.example:1521/x"),
                url("a JDBC URL of SQL Server", CONFIG, "jdbc:sqlserver://db.example;user=app;password=" + p),
                url("a quote in front", CONFIG, "\"postgres://app:" + e + "@db.example/shop\""),
                url("a port that is no number", CONFIG, "postgres://app:" + e + "@db.example:54x2/shop"),
                url("a port that is too high", CONFIG, "mariadb://app:" + e + "@db.example:99999/shop"),
                url("a percent sign that encodes nothing", CONFIG, "postgres://app:%zz" + p + "@db.example/shop"),
                url("a percent sign at the end", CONFIG, "mariadb://app:" + e + "%@db.example/shop"),
                url("a slash in the password", CONFIG, "postgres://app:a/" + p + "@db.example/shop"),
                url("a question mark in the password", CONFIG, "mariadb://app:a?" + p + "@db.example/shop"),
                url("a space in the host", CONFIG, "postgres://app:" + e + "@db example/shop"),
                url("no host but the password", CONFIG, "postgres://app:" + p + "/shop"),
                url("an unknown parameter", CONFIG, "postgres://app:" + e + "@db.example/shop?sslmod=require"),
                url("an unknown parameter with a secret", CONFIG, "mariadb://app@db.example/shop?pasword=" + e),
                url(
                        "a forbidden parameter",
                        CONFIG,
                        "jdbc:postgresql://db.example/shop?password=" + e + "&socketFactory=x"),
                url("the password twice", CONFIG, "postgres://app:" + e + "@db.example/shop?password=" + e),
                url("a missing question mark", CONFIG, "jdbc:postgresql://db.example/shopuser=app&password=" + e),
                url("a parameter without a value", CONFIG, "jdbc:mariadb://db.example/shop?password=" + p + "&x"),
                url("SQLite with a host", CONFIG, "sqlite://app:" + e + "@db.example/shop.db"),
                url("SQLite with credentials in its path", CONFIG, "sqlite:///app:" + p + "@db.example/shop.db"),
                url("H2 without a type", CONFIG, "h2:app:" + p + "@db.example/shop"),
                url("H2 with a question mark", CONFIG, "h2:mem:shop?password=" + p),
                url("H2 with an unknown setting", CONFIG, "h2:mem:shop;PASSWORD=" + p + ";PASSWROD=" + p),
                url("H2 with code", CONFIG, "jdbc:h2:mem:shop;PASSWORD=" + p + ";INIT=RUNSCRIPT FROM 'x'"),
                url("a wrong lock timeout", CONFIG, "postgres://app:" + e + "@db.example/shop")
                        .with("SWITCHBACK_LOCK_TIMEOUT", "soon"),
                url("a secret in the name of a variable", CONFIG, "sqlite:///shop.db")
                        .with("SWITCHBACK_PASSWROD", p));
    }

    /** Servers that are not there. */
    List<LeakCase> unreachable() {
        String p = canary.text();
        String e = canary.encoded();
        return List.of(
                url("PostgreSQL on an unknown host", UNAVAILABLE, "postgres://app:" + e + "@nonesuch.invalid/shop"),
                url(
                        "PostgreSQL on two unknown hosts",
                        UNAVAILABLE,
                        "postgres://app:" + e + "@a.invalid,b.invalid/shop"),
                url(
                        "PostgreSQL at a refused port",
                        UNAVAILABLE,
                        "postgres://app:" + e + "@127.0.0.1:" + REFUSED + "/shop"),
                url(
                        "PostgreSQL, everything unencoded but what ends it",
                        UNAVAILABLE,
                        "postgres://app:" + p.replaceAll("[%/?]", "@") + "@127.0.0.1:" + REFUSED + "/shop"),
                url(
                        "PostgreSQL by JDBC URL, password in the query",
                        UNAVAILABLE,
                        "jdbc:postgresql://127.0.0.1:" + REFUSED + "/shop?user=app&password=" + e),
                url(
                        "PostgreSQL by JDBC URL, password before the host",
                        UNAVAILABLE,
                        "jdbc:postgresql://app:" + e + "@nonesuch.invalid/shop"),
                url("PostgreSQL, password beside the URL", UNAVAILABLE, "postgres://app:other@nonesuch.invalid/shop")
                        .with("DATABASE_PASSWORD", p),
                url(
                        "PostgreSQL, passphrase of a key that is not there",
                        UNAVAILABLE,
                        "postgres://app@127.0.0.1:" + REFUSED + "/shop?sslmode=verify-full&sslkey=nokey&sslpassword="
                                + e),
                url(
                                "PostgreSQL, a second password in direct-url",
                                UNAVAILABLE,
                                "postgres://app:" + e + "@127.0.0.1/shop")
                        .with("DIRECT_DATABASE_URL", "postgres://app:" + e + "@nonesuch.invalid/shop"),
                url("MariaDB on an unknown host", UNAVAILABLE, "mariadb://app:" + e + "@nonesuch.invalid/shop"),
                url("MariaDB at a refused port", UNAVAILABLE, "mariadb://app:" + e + "@127.0.0.1:" + REFUSED + "/shop"),
                url(
                        "MariaDB by JDBC URL, password before the host",
                        UNAVAILABLE,
                        "jdbc:mariadb://app:" + e + "@127.0.0.1:" + REFUSED + "/shop"),
                url(
                        "MariaDB by JDBC URL, passwords of key stores",
                        UNAVAILABLE,
                        "jdbc:mariadb://127.0.0.1:" + REFUSED + "/shop?user=app&sslMode=verify-full&keyStore=nostore"
                                + "&keyStorePassword=" + letters() + "&trustStorePassword=" + letters()),
                url("MySQL at a refused port", UNAVAILABLE, "mysql://app:" + e + "@127.0.0.1:" + REFUSED + "/shop"),
                url(
                        "MySQL by JDBC URL",
                        UNAVAILABLE,
                        "jdbc:mysql://127.0.0.1:" + REFUSED + "/shop?user=app&password=" + e),
                url(
                        "H2 server at a refused port",
                        UNAVAILABLE,
                        "h2:tcp://app:" + e + "@127.0.0.1:" + REFUSED + "/shop"),
                url("H2 server on an unknown host", UNAVAILABLE, "jdbc:h2:tcp://app:" + e + "@nonesuch.invalid/shop"));
    }

    /** MariaDB's driver takes what stands in a query as it is. */
    private String letters() {
        return canary.text().replaceAll("[^A-Z]", "_");
    }

    /** Databases that are files. */
    Stream<LeakCase> embedded() {
        String p = canary.text();
        return Stream.of(
                url("H2 with a wrong password", UNAVAILABLE, "h2:" + files + "/locked")
                        .with("DATABASE_USER", "sa")
                        .with("DATABASE_PASSWORD", p),
                url("H2 with a wrong file password", UNAVAILABLE, "jdbc:h2:" + files + "/cipher;CIPHER=AES")
                        .with("DATABASE_USER", "sa")
                        .with("DATABASE_PASSWORD", p + " " + p),
                url("H2 with half a file password", UNAVAILABLE, "jdbc:h2:" + files + "/cipher;CIPHER=AES")
                        .with("DATABASE_USER", "sa")
                        .with("DATABASE_PASSWORD", p.replace(" ", "_")),
                url(
                        "SQLite with a password, which it does not know",
                        OK,
                        "sqlite:///" + files + "/fine.db?password=" + p.replaceAll("[&=?@:/%#+, ]", "_")),
                url("SQLite with a damaged file", UNAVAILABLE, "sqlite:///" + files + "/damaged.db")
                        .with("DATABASE_PASSWORD", p),
                scripted(
                        "SQLite",
                        "sqlite:///" + files + "/scripted.db",
                        "INSERT INTO nonesuch VALUES ('${app_password}')"),
                scripted("H2", "h2:" + files + "/scripted", "CREATE USER x PASSWORD '${app_password}' NONSENSE"),
                scripted("H2, unquoted", "h2:" + files + "/scripted2", "SELECT ${app_password}"),
                scripted("SQLite, unquoted", "sqlite:///" + files + "/scripted2.db", "SELECT ${app_password} FROM"));
    }

    private LeakCase scripted(String name, String url, String sql) {
        return url(name + " with a script that fails and has a secret in it", FAILED_CLEAN, url)
                .with("SWITCHBACK_PLACEHOLDERS_ENABLED", "true")
                .with("SWITCHBACK_PLACEHOLDER_APP_PASSWORD", canary.text())
                .running(sql + ";\n");
    }

    /**
     * A server that knows the canary as the right password.
     *
     * @param product its name
     * @param url with user and password
     * @param wrong another URL of the same server, with a wrong password
     */
    Stream<LeakCase> withTheRightPassword(String product, String url, String wrong) {
        return Stream.of(
                url(product + " with a wrong password", UNAVAILABLE, wrong),
                url(
                        product + " without such a database",
                        UNAVAILABLE,
                        url.replaceFirst("/[^/?]*(\\?.*)?$", "/nonesuch$1")),
                url(
                        product + " without encryption",
                        UNAVAILABLE,
                        url + (product.equals("PostgreSQL") ? "?sslmode=require" : "?sslMode=verify-full")),
                scripted(product, url, "INSERT INTO nonesuch VALUES ('${app_password}')"),
                scripted(product + ", cut in front", url, "SELECT 'x' ${app_password} FROM nonesuch"),
                scripted(
                        product + ", cut at the end",
                        url,
                        "SELEKT '" + "a long text ".repeat(5) + "${app_password}' FROM nonesuch"),
                url(product + " with a script that quotes the password", FAILED_CLEAN, url)
                        .running(
                                "INSERT INTO nonesuch VALUES ('" + canary.text().replace("'", "''") + "');\n"),
                url(product + " with a statement that waits for a lock", FAILED_CLEAN, url)
                        .with("SWITCHBACK_PLACEHOLDERS_ENABLED", "true")
                        .with("SWITCHBACK_PLACEHOLDER_TOKEN", canary.text())
                        .with("SWITCHBACK_DDL_RETRIES", "0")
                        .with("SWITCHBACK_DDL_LOCK_TIMEOUT", "1s")
                        .running(
                                product.equals("PostgreSQL")
                                        ? "ALTER TABLE busy ADD COLUMN c /* ${token} */ INTEGER;\n"
                                        : "SET innodb_lock_wait_timeout = 1;\nUPDATE busy SET id = 2 /* ${token} */ WHERE id = 1;\n"));
    }
}
