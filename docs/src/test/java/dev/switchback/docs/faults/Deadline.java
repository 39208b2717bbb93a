package dev.switchback.docs.faults;

import java.time.Duration;

/** Until when trials may go on. On a slow machine fewer of them are made, and the page tells how many. */
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    boolean isOpen() {
        return System.nanoTime() - end < 0;
    }
}
