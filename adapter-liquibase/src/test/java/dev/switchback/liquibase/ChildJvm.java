package dev.switchback.liquibase;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.Switchback;
import dev.switchback.api.health.MigrationHealth;
import dev.switchback.core.port.ScriptFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** Programs that tests run in a JVM of their own, where nothing has been loaded or printed yet. */
final class ChildJvm {

    private ChildJvm() {}

    /** What a child printed. */
    record Output(int exit, String out, String err) {}

    /** Runs {@code main} with the class path of the tests. */
    static Output run(Path folder, List<String> options, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Java 24 warns about the library of the SQLite driver
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildJvm.class.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("stdout.txt");
        Path err = folder.resolve("stderr.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int exit = process.waitFor();
        return new Output(exit, Files.readString(out), Files.readString(err));
    }

    /**
     * Does what the first argument says on the project in the second.
     *
     * @param arguments {@code read}, {@code everything} or {@code status}, and a folder
     * @throws Exception if anything fails
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("status")) {
            status(Path.of(arguments[1]));
            return;
        }
        Project project = Project.sqlite(Path.of(arguments[1]))
                .file("V1__a.sql", "create table a (x int);\nselect 1;")
                .file("U1__a.sql", "drop table a;")
                .file("V2__wrong.sql", "create table b (x int);\ninsert into nowhere values (1);")
                .file("R__v.sql", "drop view if exists v;\ncreate view v as select 1 as x;");
        if (arguments[0].equals("read")) {
            read(project);
        } else {
            everything(project);
        }
    }

    /** What the reading commands do on a folder with changelogs. */
    private static void status(Path folder) {
        try (MigrationManager manager = Switchback.configure()
                .baseDir(folder)
                .engine("liquibase")
                .databaseUrl("sqlite:///app.db")
                .open()) {
            System.out.println(manager.status().migrations().stream()
                    .map(status -> status.script() + " " + status.state())
                    .toList());
            manager.history();
            manager.current();
            MigrationHealth.of(manager).check();
        }
    }

    private static void read(Project project) throws Exception {
        new LiquibaseEngineProvider().info();
        try (Connection connection = project.connect()) {
            var history = project.store().read(connection);
            var match = project.store().compare(project.script("V1__a.sql"), history.get(0));
            connection.setAutoCommit(false);
            project.store().stamp(connection, List.of(project.script("R__v.sql")));
            project.store().forget(connection, project.store().read(connection));
            connection.commit();
            // the one line that is expected
            System.out.println(history.size() + " " + match);
        }
    }

    private static void everything(Project project) throws Exception {
        project.up("V1__a.sql", "R__v.sql");
        try {
            project.up("V2__wrong.sql");
        } catch (ScriptFailedException expected) {
            project.down("V1__a.sql");
        }
        project.export();
    }
}
