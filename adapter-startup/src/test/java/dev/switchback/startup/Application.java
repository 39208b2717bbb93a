package dev.switchback.startup;

import dev.switchback.api.Switchback;
import dev.switchback.api.config.ConfigKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder with the migrations of an application, whose database is a SQLite file beside them.
 *
 * @param dir the folder
 * @param engine the engine
 */
record Application(Path dir, String engine) {

    /** With two migrations. */
    static Application in(Path dir, String engine) throws IOException {
        Application application = new Application(dir, engine);
        application.write("V1__create_book.sql", "CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY);\n");
        application.write("V2__add_title.sql", "ALTER TABLE book ADD COLUMN title VARCHAR(20);\n");
        return application;
    }

    void write(String name, String sql) throws IOException {
        Path folder = Files.createDirectories(dir.resolve("migrations"));
        Files.writeString(folder.resolve(name), sql);
    }

    Switchback.Builder mode(String mode) {
        return Switchback.configure()
                .baseDir(dir)
                .engine(engine)
                .databaseUrl("sqlite:///app.db")
                .set(ConfigKey.STARTUP_MODE, mode);
    }

    /** Up to head, in a database that may have to be created. */
    Switchback.Builder upgrading() {
        return mode("upgrade").set(ConfigKey.STARTUP_CREATE_DATABASE, "true");
    }

    Path database() {
        return dir.resolve("app.db");
    }

    static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
