package dev.switchback.core.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The clock beside a statement; that a canceled statement fails on MySQL is in the contract of sessions. */
class StatementLimitTest {

    @Test
    void cancelsWhatRunsTooLongAndEachStatementHasItsOwnTime() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);
        try (StatementLimit limit = new StatementLimit(Duration.ofMillis(20), twice::countDown)) {
            limit.started();
            while (twice.getCount() == 2) {
                Thread.sleep(5);
            }
            limit.ended();
            limit.started();
            assertThat(twice.await(30, TimeUnit.SECONDS)).isTrue();
            limit.ended();
        }
    }

    @Test
    void leavesAStatementAloneThatHasEnded() throws InterruptedException {
        AtomicInteger canceled = new AtomicInteger();
        try (StatementLimit limit = new StatementLimit(Duration.ofMillis(50), canceled::incrementAndGet)) {
            for (int i = 0; i < 20; i++) {
                limit.started();
                limit.ended();
            }
            Thread.sleep(150);
        }
        assertThat(canceled).hasValue(0);
    }

    @Test
    void theNextStatementDoesNotBeginWhileThisOneIsBeingCanceled() throws InterruptedException {
        CountDownLatch canceling = new CountDownLatch(1);
        AtomicBoolean sent = new AtomicBoolean();
        try (StatementLimit limit = new StatementLimit(Duration.ofMillis(1), () -> {
            canceling.countDown();
            pause();
            sent.set(true);
        })) {
            limit.started();
            assertThat(canceling.await(30, TimeUnit.SECONDS)).isTrue();
            limit.ended();
            assertThat(sent).isTrue();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
