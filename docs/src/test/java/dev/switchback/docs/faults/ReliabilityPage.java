package dev.switchback.docs.faults;

import dev.switchback.tck.fault.FaultTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The page {@code docs/reference/reliability.md}. */
final class ReliabilityPage {

    /** How the page is made. */
    static final String COMMAND =
            "mvn -Pfaults -pl docs -am verify -Dtest=ReliabilityTest -Dsurefire.failIfNoSpecifiedTests=false";

    /** The system property for how long it may take, in minutes. */
    static final String MINUTES = "faults.minutes";

    /** How long it takes at most if nothing is said. */
    static final int USUAL = 20;

    private final StringBuilder text = new StringBuilder();
    private int total;

    ReliabilityPage(long seed, int minutes) {
        text.append("""
                # Reliability

                Written by `%s`, never by hand, and only if every fault was survived. It may take %d minutes; on a
                machine that is too slow for all of it fewer faults are tried, and the numbers here say how many. A short form
                of every test runs with `mvn verify`, with other faults each time. This run: %s, %d processors, seed `%d`.
                What is promised, and why, is in [promises](../explanation/promises.md).
                """.formatted(
                        COMMAND + (minutes == USUAL ? "" : " -D" + MINUTES + "=" + minutes),
                        minutes,
                        System.getProperty("java.vm.name") + " " + Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        seed));
    }

    /** What was tried, in one line. */
    String total() {
        return total + " faults tried and survived";
    }

    void calls(Map<Pair, FaultTally> tallies) {
        text.append("""

                ## A JDBC call that fails

                The commands `upgrade` (with and without transactions, and as one where DDL can be rolled back), `downgrade` (also
                as one), `stamp` (forward and back) and `repair` (`--mark-applied`, `--mark-reverted` up and down,
                `--update-checksum`, `--forget-missing`), each with a failure at its first JDBC call, at its second, and so on
                to its last. A call is what may talk to the database: opening and closing a connection, preparing and
                executing, fetching a row, beginning and ending a transaction. It fails in four ways: with an `SQLException`;
                because the connection is cut before it; on servers, because the connection is cut after it, so that nobody
                hears whether it succeeded; and with an `OutOfMemoryError`.

                Survived means: schema and history are those of a whole number of migrations, or, where no transaction can
                hold a migration together, error, status and journal tell truly how far it got; what the error says of the
                database is true; no connection is left open, the lock is free; and the next command comes to the same end as
                one that was never disturbed. Of a run in one transaction all is left or nothing.

                | engine and database | faults | whole migrations left | all done in spite of it | half a migration, told |
                |---|---|---|---|---|
                """);
        tallies.forEach((pair, tally) -> row(
                pair,
                tally.tried(),
                tally.count(FaultTally.Left.WHOLE_MIGRATIONS),
                tally.count(FaultTally.Left.EVERYTHING_DONE),
                tally.count(FaultTally.Left.HALF_A_MIGRATION)));
        total += tallies.values().stream().mapToInt(FaultTally::tried).sum();
    }

    void kills(Map<Pair, CrashTally> tallies) {
        text.append("""

                ## A process that is killed

                A process applies 200 migrations and is killed (`kill -9`) at a random moment. Survived means: the next
                `upgrade` finishes with no manual step; or, where DDL cannot be rolled back, it names the migration and the
                statement to look at, and finishes after one decision. At the end every statement has run once, and every
                migration is recorded once.

                | engine and database | killed | went on by itself | after one decision |
                |---|---|---|---|
                """);
        tallies.forEach((pair, tally) ->
                row(pair, tally.killed(), tally.killed() - tally.needingDecision(), tally.needingDecision()));
        total += tallies.values().stream().mapToInt(CrashTally::killed).sum();
    }

    void starts(Map<Pair, Integer> rounds) {
        text.append("""

                ## %d processes started at once

                By turns on a fresh database and on one that has had some of the migrations. Survived means: each migration
                runs once and is told as applied by one process, and all processes end with exit code 0. (A file of H2 can be
                opened by one process at a time, so there they take turns.)

                | engine and database | rounds | processes |
                |---|---|---|
                """.formatted(StartersTrial.STARTERS));
        rounds.forEach((pair, made) -> row(pair, made, made * StartersTrial.STARTERS));
        total += rounds.values().stream().mapToInt(Integer::intValue).sum();
    }

    void sequences(Map<Pair, Integer> made) {
        text.append("""

                ## Random sequences

                Sequences of `create`, `upgrade` (all or in part), `downgrade`, `stamp`, edits that are taken back, new texts
                of a repeatable migration, runs up and down that are killed, and several upgrades at once. After every step
                status, history, check and schema are those of a small model, and at the end the plain engine accepts the
                database and has nothing to do.

                | engine and database | sequences | steps |
                |---|---|---|
                """);
        made.forEach((pair, sequences) -> row(pair, sequences, sequences * ModelTrial.LONG));
        total += made.values().stream()
                .mapToInt(sequences -> sequences * ModelTrial.LONG)
                .sum();
    }

    private void row(Pair pair, int... numbers) {
        text.append("| ").append(pair);
        for (int number : numbers) {
            text.append(" | ").append(number);
        }
        text.append(" |\n");
    }

    void write(Path page) throws IOException {
        Files.writeString(page, text + "\nTogether: " + total() + ".\n");
    }
}
