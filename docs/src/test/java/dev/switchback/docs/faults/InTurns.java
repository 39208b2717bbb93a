package dev.switchback.docs.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tries something with all pairs, some of them at the same time, so that no processor waits for a server or a disk. */
final class InTurns {

    private InTurns() {}

    /**
     * One trial of one pair.
     *
     * @param <T> what it finds out
     */
    interface Trial<T> {
        T of(Pair pair) throws Exception;
    }

    /**
     * Tries.
     *
     * @param <T> what is found out
     * @param what how to call it in messages
     * @param failures gets the failures
     * @return what was found out of the pairs that did not fail, in their order
     */
    static <T> Map<Pair, T> with(String what, Trial<T> trial, List<Throwable> failures) throws InterruptedException {
        Map<Pair, Future<T>> running = new LinkedHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            for (Pair pair : Pair.all()) {
                running.put(pair, threads.submit(() -> trial.of(pair)));
            }
            Map<Pair, T> found = new LinkedHashMap<>();
            for (Map.Entry<Pair, Future<T>> each : running.entrySet()) {
                try {
                    found.put(each.getKey(), each.getValue().get());
                    System.out.println(what + ", " + each.getKey() + ": " + found.get(each.getKey()));
                } catch (ExecutionException e) {
                    failures.add(new AssertionError(what + ", " + each.getKey() + ": " + e.getCause().getMessage(), e.getCause()));
                    System.out.println(what + ", " + each.getKey() + ": FAILED " + e.getCause().getMessage());
                }
            }
            return found;
        } finally {
            threads.shutdownNow();
        }
    }
}
