package dev.switchback.tck.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.model.Problem;
import dev.switchback.api.model.RepairAction;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person is told about a migration that did not end, read out of the words that he gets.
 *
 * @param name the migration as commands take it
 * @param done how many of its statements are applied for certain
 * @param doubt whether the one after them may be applied or not
 */
public record Told(String name, int done, boolean doubt) {

    private static final Pattern DONE = Pattern.compile("half-way: (no|\\d+) ");

    /**
     * Reads it.
     *
     * @param problem a problem of the kind {@code FAILED}
     * @return what it tells
     * @throws AssertionError if it does not tell how far the migration got, or not how to go on
     */
    public static Told of(Problem problem) {
        assertThat(problem.kind()).isEqualTo(Problem.Kind.FAILED);
        Matcher words = DONE.matcher(problem.message());
        assertThat(words.find()).as(problem.message()).isTrue();
        String number = words.group(1);
        String name = problem.version().map(Object::toString).orElse(problem.script());
        Told told = new Told(
                name,
                number.equals("no") ? 0 : Integer.parseInt(number),
                problem.message().contains("was begun and is not known to have ended"));
        assertThat(problem.nextStep()).contains("--resume " + name, "--mark-applied", "--mark-reverted");
        if (told.doubt) {
            assertThat(problem.message()).contains("; statement " + (told.done + 1) + " (line ");
            assertThat(problem.nextStep()).contains("--from " + (told.done + 1), "--from " + (told.done + 2));
        }
        return told;
    }

    /** The most statements that can be applied. */
    public int atMost() {
        return doubt ? done + 1 : done;
    }

    /**
     * How to go on with it.
     *
     * @param applied how many statements are applied, to which a look at the database has led
     * @return the action
     */
    public RepairAction resume(int applied) {
        return new RepairAction.Resume(name, doubt ? OptionalInt.of(applied + 1) : OptionalInt.empty());
    }
}
