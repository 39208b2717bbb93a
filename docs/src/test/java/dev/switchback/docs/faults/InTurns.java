package dev.switchback.docs.faults;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Tries something with all pairs, as many at a time as there are processors, so that none of them waits for a server or
 * a disk. Whoever needs less than his share of the time leaves it to those after him.
 */
final class InTurns {

    private final String what;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final long end;
    private int waiting = Pair.all().size();

    private InTurns(String what, Duration time) {
        this.what = what;
        this.end = System.nanoTime() + time.toNanos();
    }

    /**
     * One trial of one pair.
     *
     * @param <T> what it finds out
     */
    interface Trial<T> {
        T of(Pair pair, Deadline deadline) throws Exception;
    }

    /**
     * Tries.
     *
     * @param <T> what is found out
     * @param what how to call it in messages
     * @param time how long it may take for all pairs
     * @param trial the trial
     * @param failures gets the failures
     * @return what was found out of the pairs that did not fail, in their order
     */
    static <T> Map<Pair, T> with(String what, Duration time, Trial<T> trial, List<Throwable> failures)
            throws InterruptedException {
        return new InTurns(what, time).run(trial, failures);
    }

    private <T> Map<Pair, T> run(Trial<T> trial, List<Throwable> failures) throws InterruptedException {
        Map<Pair, Future<T>> running = new LinkedHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(processors);
        try {
            for (Pair pair : Pair.all()) {
                running.put(pair, threads.submit(() -> trial.of(pair, share())));
            }
            Map<Pair, T> found = new LinkedHashMap<>();
            for (Map.Entry<Pair, Future<T>> each : running.entrySet()) {
                try {
                    found.put(each.getKey(), each.getValue().get());
                    tell(each.getKey(), String.valueOf(found.get(each.getKey())));
                } catch (ExecutionException e) {
                    String message = tell(each.getKey(), "FAILED " + e.getCause());
                    failures.add(new AssertionError(message, e.getCause()));
                }
            }
            return found;
        } finally {
            threads.shutdownNow();
        }
    }

    private String tell(Pair pair, String found) {
        String line = what + ", " + pair + ": " + found;
        System.out.println(line);
        return line;
    }

    private synchronized Deadline share() {
        long left = Math.max(0, end - System.nanoTime());
        return Deadline.in(Duration.ofNanos(left * Math.min(processors, waiting) / waiting--));
    }
}
