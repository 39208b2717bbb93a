package dev.switchback.startup;

import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import dev.switchback.api.config.SettingsLoader;
import dev.switchback.api.error.SwitchbackException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/** An application that starts with a pool, on a server that it knows the password of, and on some that refuse it. */
public final class PooledStart {
    private PooledStart() {}

    /**
     * Starts.
     *
     * @param args the folder of the application, and the password as it stands in a URL
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        String password = args[1];
        Server server = Server.createTcpServer(
                        "-tcpPort",
                        "0",
                        "-ifNotExists",
                        "-baseDir",
                        folder.resolve("h2").toString())
                .start();
        String address = "127.0.0.1:" + server.getPort() + "/./shop";
        start(folder, "h2:tcp://sa:" + password + "@" + address);
        start(folder, "h2:tcp://sa:wrong" + password + "@" + address);
        start(folder, "postgres://app:" + password + "@127.0.0.1:1/shop?sslkey=nokey&sslpassword=" + password);
        start(
                folder,
                "jdbc:mariadb://127.0.0.1:1/shop?user=app&password=" + password + "&keyStorePassword=" + password);
        server.stop();
    }

    private static void start(Path folder, String url) {
        try (StartedDatabase database = MigrateOnStartup.start(Switchback.from(SettingsLoader.in(folder))
                .databaseUrl(url)
                .engine("flyway")
                .set(ConfigKey.POOL, "true")
                .set(ConfigKey.CONNECT_TIMEOUT, "1s")
                .set(ConfigKey.STARTUP_MODE, "upgrade")
                .set(ConfigKey.STARTUP_ON_FAILURE, "warn"))) {
            database.dataSource().getConnection().close();
        } catch (SwitchbackException | SQLException e) {
            // it has been logged, by us or by the pool
        }
    }
}
