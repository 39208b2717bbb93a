package dev.switchback.core.domain.ddl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a sequence of PostgreSQL counts. Its text has all of it, so that two of them are equal if and only if their texts
 * are.
 *
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 * @param start the first value
 * @param increment the step, never 0
 * @param least the least value
 * @param greatest the greatest value
 * @param cache how many values a session takes at once
 * @param cycle whether it begins again at its end
 */
public record SequenceOptions(
        String type,
        BigInteger start,
        BigInteger increment,
        BigInteger least,
        BigInteger greatest,
        BigInteger cache,
        boolean cycle) {

    private static final int WORDS = 13;

    /** What PostgreSQL takes if nothing is said. */
    public static SequenceOptions of(String type) {
        return new SequenceOptions(
                type, BigInteger.ONE, BigInteger.ONE, BigInteger.ONE, greatestOf(type), BigInteger.ONE, false);
    }

    private static BigInteger greatestOf(String type) {
        int bits = switch (type) {
            case "smallint" -> Short.SIZE;
            case "integer" -> Integer.SIZE;
            default -> Long.SIZE;
        };
        return BigInteger.TWO.pow(bits - 1).subtract(BigInteger.ONE);
    }

    private static BigInteger leastOf(String type) {
        return greatestOf(type).negate().subtract(BigInteger.ONE);
    }

    /** Reads what {@link #toString} has written. */
    public static SequenceOptions parse(String text) {
        String[] words = text.split(" ", -1);
        if (words.length < WORDS) {
            throw new IllegalArgumentException("not the options of a sequence: " + text);
        }
        return new SequenceOptions(
                words[1],
                new BigInteger(words[4]),
                new BigInteger(words[7]),
                new BigInteger(words[9]),
                new BigInteger(words[11]),
                new BigInteger(words[WORDS]),
                !text.contains(" NO CYCLE"));
    }

    /** All of it. */
    @Override
    public String toString() {
        return "AS " + type + " START WITH " + start + " INCREMENT BY " + increment + " MINVALUE " + least
                + " MAXVALUE " + greatest + " CACHE " + cache + (cycle ? " CYCLE" : " NO CYCLE");
    }

    /**
     * What has to be said to make one.
     *
     * @param expected the type that it has if none is said
     * @return the words; empty if nothing has to be said
     */
    public String brief(String expected) {
        List<String> words = new ArrayList<>();
        if (!type.equals(expected)) {
            words.add("AS " + type);
        }
        if (!start.equals(increment.signum() > 0 ? least : greatest)) {
            words.add("START WITH " + start);
        }
        if (!increment.equals(BigInteger.ONE)) {
            words.add("INCREMENT BY " + increment);
        }
        if (!least.equals(usualLeast())) {
            words.add("MINVALUE " + least);
        }
        if (!greatest.equals(usualGreatest())) {
            words.add("MAXVALUE " + greatest);
        }
        if (!cache.equals(BigInteger.ONE)) {
            words.add("CACHE " + cache);
        }
        if (cycle) {
            words.add("CYCLE");
        }
        return String.join(" ", words);
    }

    private BigInteger usualLeast() {
        return increment.signum() > 0 ? BigInteger.ONE : leastOf(type);
    }

    private BigInteger usualGreatest() {
        return increment.signum() > 0 ? greatestOf(type) : BigInteger.ONE.negate();
    }

    /**
     * What has to be said to come from another one to this one.
     *
     * @param before the other one
     * @return the words of an {@code ALTER SEQUENCE}; empty if nothing has to be said
     */
    public String changesFrom(SequenceOptions before) {
        List<String> words = new ArrayList<>();
        said(words, "AS ", before.type, type);
        said(words, "START WITH ", before.start, start);
        said(words, "INCREMENT BY ", before.increment, increment);
        boolean retyped = !before.type.equals(type);
        said(
                words,
                "MINVALUE ",
                retyped && before.least.equals(leastOf(before.type)) ? leastOf(type) : before.least,
                least);
        said(
                words,
                "MAXVALUE ",
                retyped && before.greatest.equals(greatestOf(before.type)) ? greatestOf(type) : before.greatest,
                greatest);
        said(words, "CACHE ", before.cache, cache);
        if (cycle != before.cycle) {
            words.add(cycle ? "CYCLE" : "NO CYCLE");
        }
        if (isOutside(before)) {
            words.add("RESTART");
        }
        return String.join(" ", words);
    }

    /** Whether the numbers of another one are none of this one, so that it has to begin anew. */
    public boolean isOutside(SequenceOptions before) {
        return before.increment.signum() != increment.signum()
                || before.start.compareTo(least) < 0
                || before.start.compareTo(greatest) > 0;
    }

    private static void said(List<String> words, String word, Object before, Object after) {
        if (!before.equals(after)) {
            words.add(word + after);
        }
    }

    /** What follows the options in the text of a sequence that a column owns, such as {@code OWNED BY t.c}. */
    static Optional<String> ownerIn(String text) {
        int at = text.indexOf(" OWNED BY ");
        return at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
    }
}
