package shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.switchback.api.health.HealthReport;
import dev.switchback.startup.MigrateOnStartup;
import dev.switchback.startup.StartedDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;

/**
 * A service without a framework: DATABASE_URL says which database, AUTO_MIGRATE_ON_STARTUP what to do about it,
 * SWITCHBACK_ENGINE which engine, PORT where to serve.
 */
public final class ShopService {

    private final StartedDatabase database;

    private ShopService(StartedDatabase database) {
        this.database = database;
    }

    public static void main(String[] args) throws IOException {
        // a start that fails has written its one line to the log, and ends the process with an error
        StartedDatabase database = MigrateOnStartup.start();
        ShopService service = new ShopService(database);
        HttpServer server = HttpServer.create(new InetSocketAddress(port()), 0);
        server.createContext("/books", service::books);
        server.createContext("/health", service::health);
        server.setExecutor(Executors.newFixedThreadPool(4));
        server.start();
        System.out.println("serves on port " + server.getAddress().getPort());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop(0);
            database.close();
        }));
    }

    private static int port() {
        return Integer.parseInt(System.getenv().getOrDefault("PORT", "8080"));
    }

    private void books(HttpExchange exchange) throws IOException {
        StringBuilder titles = new StringBuilder();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT title FROM book ORDER BY id")) {
            while (rows.next()) {
                titles.append(rows.getString(1)).append('\n');
            }
            send(exchange, 200, titles.toString());
        } catch (SQLException e) {
            send(exchange, 500, "the database does not answer\n");
        }
    }

    private void health(HttpExchange exchange) throws IOException {
        HealthReport report = database.health().check();
        send(exchange, report.up() ? 200 : 503, report.status() + " " + report.details() + "\n");
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
