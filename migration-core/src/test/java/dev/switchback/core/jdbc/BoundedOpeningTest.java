package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pool that waits for ever is not waited for for ever. */
@Timeout(30)
class BoundedOpeningTest {

    private static HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:bounded");
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(0);
        return new HikariDataSource(config);
    }

    @Test
    void givesUpAndLeavesTheThreadAsItWas() throws SQLException {
        try (HikariDataSource pool = pool();
                Connection only = BoundedOpening.open(pool, Duration.ofSeconds(5))) {
            assertThat(only.isValid(1)).isTrue();
            assertThatThrownBy(() -> BoundedOpening.open(pool, Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(FoundFault.class, e -> {
                        assertThat(e.getMessage()).contains("within 0.2 s");
                        assertThat(e.next()).contains("maximumPoolSize");
                    });
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    /** A proxy before a dead server, a frozen machine: whoever connects is accepted, and nobody answers. */
    @Test
    void doesNotWaitForTheFirstConnectionOfAPoolWhoseServerNeverAnswers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/shop?sslmode=disable");
            for (int ask = 0; ask < 2; ask++) {
                assertThatThrownBy(() -> BoundedOpening.open(pool, Duration.ofMillis(300)))
                        .isInstanceOfSatisfying(FoundFault.class, e -> {
                            assertThat(e.getMessage()).contains("within 0.3 s");
                            assertThat(e.next()).contains("whether the server answers");
                        });
                assertThat(Thread.interrupted()).isFalse();
            }
        }
    }

    @Test
    void theFirstConnectionOfAPoolThatNobodyAskedIsGivenBackIfItComesTooLate() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (HikariDataSource pool = new HikariDataSource()) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:late");
            pool.setDataSource((DataSource) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (p, m, a) -> {
                        while (goOn.getCount() > 0) {
                            Thread.onSpinWait();
                        }
                        return m.invoke(h2, a);
                    }));
            pool.setMaximumPoolSize(1);
            assertThatThrownBy(() -> BoundedOpening.open(pool, Duration.ofMillis(100)))
                    .isInstanceOf(FoundFault.class);
            goOn.countDown();

            try (Connection only = BoundedOpening.open(pool, Duration.ofSeconds(20))) {
                assertThat(only.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void theFirstConnectionOfAPoolThatNobodyAskedFailsAsTheDriverSays() {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl("jdbc:h2:mem:refuses;IFEXISTS=TRUE");
            assertThatThrownBy(() -> BoundedOpening.open(pool, Duration.ofSeconds(20)))
                    .isInstanceOf(SQLException.class)
                    .isNotInstanceOf(FoundFault.class)
                    .hasMessageContaining("not found");
        }
    }

    @Test
    void neverLeavesAnInterruptBehindHoweverCloseTheAnswerComes() throws Exception {
        ScheduledExecutorService others = Executors.newSingleThreadScheduledExecutor();
        try (HikariDataSource pool = pool()) {
            for (int micros = 0; micros < 4_000; micros += 40) {
                Connection only = pool.getConnection();
                Future<Connection> given = others.schedule(
                        () -> {
                            only.close();
                            return only;
                        },
                        micros,
                        TimeUnit.MICROSECONDS);
                try {
                    BoundedOpening.open(pool, Duration.ofMillis(2)).close();
                } catch (FoundFault tooLate) {
                    assertThat(tooLate.fault()).isEqualTo(Fault.TOO_MANY_CONNECTIONS);
                }
                assertThat(Thread.interrupted()).as("after %s µs", micros).isFalse();
                assertThat(given.get()).isSameAs(only);
            }
        } finally {
            others.shutdownNow();
        }
    }

    @Test
    void anInterruptOfSomebodyElseStaysAnInterrupt() throws Exception {
        CountDownLatch waits = new CountDownLatch(1);
        try (HikariDataSource pool = pool();
                Connection only = pool.getConnection()) {
            assertThat(only.isValid(1)).isTrue();
            Thread asking = Thread.currentThread();
            Thread other = new Thread(() -> {
                try {
                    waits.await();
                    Thread.sleep(200);
                } catch (InterruptedException e) {
                    return;
                }
                asking.interrupt();
            });
            other.start();
            waits.countDown();

            assertThatThrownBy(() -> BoundedOpening.open(pool, Duration.ofSeconds(20)))
                    .isInstanceOf(SQLException.class)
                    .isNotInstanceOf(FoundFault.class);
            // Hikari tells of it by its error, and may have left the mark as well
            Thread.interrupted();
            other.join();
        }
    }
}
