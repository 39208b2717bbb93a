package dev.switchback.api.config;

import java.util.Set;

/**
 * Driver settings that make a connection URL execute code, load a class by name or read and write other files. None
 * is needed to migrate a database, and whoever may set a URL should not get these rights with it. They are refused in
 * every spelling of a URL, whatever their case (the drivers of MariaDB and H2 ignore it).
 *
 * @see <a href="https://www.h2database.com/html/features.html#execute_sql_on_connection">H2: INIT</a>
 * @see <a href="https://jdbc.postgresql.org/documentation/use/">pgjdbc: connection parameters</a>
 */
final class DangerousKeys {
    private static final Set<String> H2 = Set.of(
            "init", "database_event_listener", "java_object_serializer", "authenticator", "authrealm", "runscript");
    private static final Set<String> SQLITE = Set.of("enable_load_extension", "load_extension");
    // the last five do not execute anything, but lead to another server than the one that the URL shows
    private static final Set<String> POSTGRESQL = Set.of(
            "socketfactory",
            "socketfactoryarg",
            "sslfactory",
            "sslfactoryarg",
            "sslhostnameverifier",
            "sslpasswordcallback",
            "authenticationpluginclassname",
            "xmlfactoryfactory",
            "connectexecutor",
            "connectexecutorarg",
            "classloaderstrategy",
            "sspiserviceclass",
            "loggerfile",
            "jaasapplicationname",
            "service",
            "pghost",
            "pgport",
            "pgdbname",
            "pguser");
    private static final Set<String> MYSQL = Set.of(
            "allowloadlocalinfile",
            "allowloadlocalinfileinpath",
            "allowlocalinfile",
            "allowurlinlocalinfile",
            "autodeserialize",
            "queryinterceptors",
            "statementinterceptors",
            "exceptioninterceptors",
            "connectionlifecycleinterceptors",
            "authenticationplugins",
            "defaultauthenticationplugin",
            "propertiestransform",
            "clientinfoprovider",
            "profilereventhandler",
            "logger",
            "parseinfocachefactory",
            "loadbalanceexceptionchecker",
            "loadbalancestrategy",
            "serverconfigcachefactory",
            "useconfigs",
            "trustcertificatekeystoreurl",
            "clientcertificatekeystoreurl",
            "credentialtype",
            "tlssockettype",
            "codecs",
            "initsql",
            "serverrsapublickeyfile");

    private DangerousKeys() {}

    static void refuse(String key, String where) {
        String lower = Texts.lower(key.strip());
        if (H2.contains(lower) || SQLITE.contains(lower) || POSTGRESQL.contains(lower) || MYSQL.contains(lower)) {
            throw new MalformedValueException(
                    where + " is refused: it lets a URL run code, load classes or reach other files or servers",
                    "remove it; if you need it, configure your own DataSource and hand that over");
        }
    }
}
