package dev.switchback.core.domain;

import dev.switchback.api.model.Direction;
import dev.switchback.api.model.ShellWord;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a migration came that did not end, in the words for the person who has to decide about it.
 *
 * @param name the migration as commands take it
 * @param file the file that ran
 * @param direction up or down
 * @param done how many of its statements are applied
 * @param total how many it has now; 0 if that cannot be told
 * @param doubt the statement after them, if it was begun and is not known to have ended
 * @param runner the process that ran it
 * @param resumable whether there is a file to go on with
 */
public record Attempt(
        String name,
        String file,
        Direction direction,
        int done,
        int total,
        Optional<Doubt> doubt,
        String runner,
        boolean resumable) {

    /** Enough to recognise a statement by. */
    private static final int LONGEST_SQL = 60;

    /**
     * A statement that may have taken effect or not.
     *
     * @param index its place, from 1
     * @param line the line it begins on; 0 if the file has another statement there now
     * @param sql the statement, without secrets; empty if it is not known
     */
    public record Doubt(int index, int line, String sql) {
        private String inWords() {
            String first = sql.lines().findFirst().orElse("");
            boolean cut = first.length() > LONGEST_SQL || first.length() < sql.length();
            String begin = first.substring(0, Math.min(LONGEST_SQL, first.length())) + (cut ? " …" : "");
            return "statement " + index + (line > 0 ? " (line " + line + ": " + begin + ")" : "");
        }
    }

    /** Checks that everything is there. */
    public Attempt {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(doubt, "doubt");
        Objects.requireNonNull(runner, "runner");
    }

    /** What is wrong, in a sentence. */
    public String message() {
        if (doubt.isEmpty()) {
            return file + " failed half-way: " + applied();
        }
        return file + " stopped half-way: " + applied() + "; " + doubt.get().inWords()
                + " was begun and is not known to have ended";
    }

    private String applied() {
        String of = total < done || total == 0 ? "" : " of " + total;
        if (done == 0) {
            return "no statement" + of + " is known to be applied";
        }
        boolean singular = done == 1 && of.isEmpty();
        return done + of + (singular ? " statement" : " statements") + (done == 1 ? " IS" : " ARE") + " applied";
    }

    /** The migration in a command. */
    ShellWord word() {
        return new ShellWord(name);
    }

    /**
     * What to do about a migration whose statements nobody has counted, as under the plain engine.
     *
     * @param name the migration as commands take it
     * @param direction up or down
     * @return the next step
     */
    public static String nextStepUncounted(String name, Direction direction) {
        return "look at the database, and go on with the first statement, N, that did not take effect: switchback repair"
                + " --resume " + new ShellWord(name) + " --from N\nor " + byHand(name, direction);
    }

    /** What to do about it. */
    public String nextStep() {
        if (!resumable) {
            return "look at the database, " + byHand();
        }
        String goOn = doubt.map(d -> "when it is over (" + runner + "), look whether statement " + d.index()
                        + " took effect; if it did: switchback repair --resume " + word() + " --from " + (d.index() + 1)
                        + ", if not: --from " + d.index())
                .orElse("correct the rest of the file if need be, and go on with it: switchback repair --resume "
                        + word());
        return goOn + "\nor " + byHand();
    }

    /** What to do about it without running any more of the file. */
    public String byHand() {
        return byHand(name, direction);
    }

    static String byHand(String name, Direction direction) {
        ShellWord word = new ShellWord(name);
        return direction == Direction.UP
                ? "finish or undo it by hand, then: switchback repair --mark-applied " + word + " or --mark-reverted "
                        + word
                : "finish it by hand, then: switchback repair --mark-reverted " + word
                        + ", or undo it by hand, then: --mark-applied " + word;
    }
}
