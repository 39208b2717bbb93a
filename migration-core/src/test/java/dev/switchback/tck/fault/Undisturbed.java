package dev.switchback.tck.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.MigrationManager;
import dev.switchback.api.event.MigrationEvent;
import dev.switchback.tck.HistoryLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a command does when nothing fails.
 *
 * @param course the scripts it runs; empty if it runs none
 * @param whole the database before it, after each migration, and at its end
 * @param histories the same for what the history says
 * @param statements for each script, what the migrations have made after so many of its statements
 */
record Undisturbed(
        Optional<Course> course, List<Picture> whole, List<List<String>> histories, List<List<Picture>> statements) {

    static Undisturbed run(FaultBench bench, FaultCommand command) {
        Optional<Course> course =
                command.runs().map(direction -> Course.of(command.scripts(), direction, bench.dialect()));
        List<List<Picture>> statements = new ArrayList<>();
        course.ifPresent(c -> statements.addAll(statementByStatement(bench, c)));
        bench.start(command);
        List<Picture> whole = new ArrayList<>(List.of(command.relevant(bench.picture())));
        List<List<String>> histories = new ArrayList<>(List.of(history(bench)));
        try (MigrationManager manager = bench.open(event -> {
            if (event instanceof MigrationEvent.MigrationFinished) {
                whole.add(command.relevant(bench.picture()));
                histories.add(history(bench));
            }
        })) {
            command.run(manager);
        }
        if (course.isEmpty()) {
            whole.add(command.relevant(bench.picture()));
            histories.add(history(bench));
        }
        Undisturbed undisturbed = new Undisturbed(course, whole, histories, statements);
        undisturbed.check(bench);
        return undisturbed;
    }

    /** What the migrations make does not depend on who runs them. */
    private void check(FaultBench bench) {
        assertThat(whole).hasSize(course.map(c -> c.legs().size() + 1).orElse(2));
        for (int leg = 0; leg < statements.size(); leg++) {
            List<Picture> pictures = statements.get(leg);
            assertThat(whole.get(leg).without(bench.historyTable())).isEqualTo(pictures.get(0));
            assertThat(whole.get(leg + 1).without(bench.historyTable())).isEqualTo(pictures.get(pictures.size() - 1));
        }
    }

    private static List<List<Picture>> statementByStatement(FaultBench bench, Course course) {
        bench.clear();
        bench.execute(course.before());
        List<List<Picture>> all = new ArrayList<>();
        Picture latest = bench.picture();
        for (Course.Leg leg : course.legs()) {
            List<Picture> pictures = new ArrayList<>(List.of(latest));
            for (String statement : leg.statements()) {
                bench.execute(statement);
                latest = bench.picture();
                pictures.add(latest);
            }
            all.add(pictures);
        }
        return all;
    }

    static List<String> history(FaultBench bench) {
        try (MigrationManager manager = bench.open()) {
            return HistoryLines.of(manager.history());
        }
    }

    Picture end() {
        return whole.get(whole.size() - 1);
    }

    List<String> historyAtEnd() {
        return histories.get(histories.size() - 1);
    }
}
