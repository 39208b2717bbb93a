package dev.switchback.core.domain.ddl;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sequence of H2 counts, without what goes without saying and without where it stands: two of them are equal if and
 * only if their texts are.
 *
 * @param type its type, empty for {@code BIGINT}
 * @param start the first value
 * @param increment the step, never 0
 * @param least the least value, if it is not the usual one: the first one of those that count up, but at most 1
 * @param greatest the greatest value, if it is not the usual one: the first one of those that count down, but at least -1
 * @param cycle whether it begins again at its end
 * @param cache how many values are taken at once, if it is not the usual number
 */
public record H2SequenceOptions(
        String type,
        BigInteger start,
        BigInteger increment,
        Optional<BigInteger> least,
        Optional<BigInteger> greatest,
        boolean cycle,
        Optional<BigInteger> cache) {

    private static final BigInteger CACHE = BigInteger.valueOf(32);
    private static final Pattern TYPE = Pattern.compile("^ ?AS (.*?) ?(?=START WITH )");
    private static final Pattern CYCLE = Pattern.compile("(?<!NO )\\bCYCLE\\b");
    private static final Pattern NO_SCALE = Pattern.compile("(?:DECIMAL|NUMERIC)(\\(\\d+)(?:, 0)?\\)");

    /** Refuses what does not count. */
    public H2SequenceOptions {
        if (increment.signum() == 0) {
            throw new IllegalArgumentException("a sequence that stays where it is");
        }
    }

    /**
     * Reads what H2 says of a sequence or the numbers of a column. It leaves a limit out that is the usual one for where the
     * sequence stands, not for its first value.
     *
     * @param script the words after its name
     * @return what they mean
     */
    public static H2SequenceOptions of(String script) {
        BigInteger increment = number("INCREMENT BY", script).orElse(BigInteger.ONE);
        BigInteger start = number("START WITH", script).orElse(BigInteger.valueOf(increment.signum()));
        BigInteger stands = number("RESTART WITH", script).orElse(start);
        boolean up = increment.signum() > 0;
        Optional<BigInteger> least = number("MINVALUE", script);
        Optional<BigInteger> greatest = number("MAXVALUE", script);
        BigInteger usual = usualLimit(increment, start);
        Optional<BigInteger> inTheBack = (up ? least : greatest)
                .or(() -> Optional.of(usualLimit(increment, stands)))
                .filter(limit -> !limit.equals(usual));
        Optional<BigInteger> cache =
                script.contains("NO CACHE") ? Optional.of(BigInteger.ONE) : number("CACHE", script);
        boolean cycle = CYCLE.matcher(script).find();
        return new H2SequenceOptions(
                type(script), start, increment, up ? inTheBack : least, up ? greatest : inTheBack, cycle, cache);
    }

    private static String type(String script) {
        Matcher type = TYPE.matcher(script);
        return type.find() ? NO_SCALE.matcher(type.group(1)).replaceFirst("NUMERIC$1)") : "";
    }

    private static Optional<BigInteger> number(String words, String script) {
        Matcher number = Pattern.compile("\\b" + words + " (-?\\d+)").matcher(script);
        return number.find() ? Optional.of(new BigInteger(number.group(1))) : Optional.empty();
    }

    /** The limit in the back of those who count from a first value. */
    private static BigInteger usualLimit(BigInteger increment, BigInteger first) {
        return increment.signum() > 0 ? first.min(BigInteger.ONE) : first.max(BigInteger.ONE.negate());
    }

    /** All that has to be said to make one. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        if (!type.isEmpty()) {
            words.add("AS " + type);
        }
        words.add("START WITH " + start);
        if (!increment.equals(BigInteger.ONE)) {
            words.add("INCREMENT BY " + increment);
        }
        least.ifPresent(limit -> words.add("MINVALUE " + limit));
        greatest.ifPresent(limit -> words.add("MAXVALUE " + limit));
        if (cycle) {
            words.add("CYCLE");
        }
        cache.ifPresent(size -> words.add(caching(size)));
        return String.join(" ", words);
    }

    private static String caching(BigInteger size) {
        return size.equals(BigInteger.ONE) ? "NO CACHE" : "CACHE " + size;
    }

    boolean isDescending() {
        return increment.signum() < 0;
    }

    /**
     * What has to be said to come from another one to this one, where both count up. H2 lets a limit and a cache be what they
     * are, also if they are the usual ones of what the sequence was.
     *
     * @param before the other one
     * @return the words of an {@code ALTER SEQUENCE}; empty if nothing has to be said
     */
    String changesFrom(H2SequenceOptions before) {
        List<String> words = new ArrayList<>();
        if (!start.equals(before.start)) {
            words.add("START WITH " + start);
        }
        if (isOutside(before)) {
            words.add("RESTART");
        }
        if (!increment.equals(before.increment)) {
            words.add("INCREMENT BY " + increment);
        }
        if (!effectiveLeast().equals(before.effectiveLeast())) {
            words.add(effectiveLeast().equals(BigInteger.ONE) ? "NO MINVALUE" : "MINVALUE " + effectiveLeast());
        }
        if (!greatest.equals(before.greatest)) {
            words.add(greatest.map(limit -> "MAXVALUE " + limit).orElse("NO MAXVALUE"));
        }
        if (cycle != before.cycle) {
            words.add(cycle ? "CYCLE" : "NO CYCLE");
        }
        if (!effectiveCache().equals(before.effectiveCache())) {
            words.add(caching(effectiveCache()));
        }
        return String.join(" ", words);
    }

    /** Whether another one can stand where this one never is, so that it has to begin anew. */
    boolean isOutside(H2SequenceOptions before) {
        return before.start.compareTo(effectiveLeast()) < 0
                || greatest.filter(limit -> before.start.compareTo(limit) > 0).isPresent();
    }

    private BigInteger effectiveLeast() {
        return least.orElseGet(() -> usualLimit(increment, start));
    }

    /** No more than there are values. */
    private BigInteger effectiveCache() {
        return cache.orElseGet(() -> greatest.map(limit ->
                        limit.subtract(effectiveLeast()).divide(increment).add(BigInteger.ONE))
                .map(CACHE::min)
                .orElse(CACHE));
    }
}
