package dev.switchback.docs.bench;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;

/**
 * One measured process. Arguments: tool, task, folder, URL, how often to repeat. Prints the CPU time of the whole
 * process and its wall time in milliseconds; when it repeats, the median CPU time of one repetition in microseconds.
 */
public final class Child {
    private Child() {}

    /** Runs one task. */
    public static void main(String[] args) throws Exception {
        Tool tool = Tool.named(args[0], Path.of(args[2]), args[3]);
        int repeat = Integer.parseInt(args[4]);
        OperatingSystemMXBean os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        if (repeat == 0) {
            run(tool, args[1], args[3]);
            long wall = System.currentTimeMillis()
                    - ManagementFactory.getRuntimeMXBean().getStartTime();
            System.out.println("RESULT " + os.getProcessCpuTime() / 1_000_000 + " " + wall);
            return;
        }
        for (int i = 0; i < repeat; i++) {
            run(tool, args[1], args[3]);
        }
        long[] micros = new long[repeat];
        for (int i = 0; i < repeat; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            run(tool, args[1], args[3]);
            micros[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1_000;
        }
        Arrays.sort(micros);
        System.out.println("RESULT " + micros[repeat / 2] + " 0");
    }

    private static void run(Tool tool, String task, String url) throws Exception {
        switch (task) {
            case "status" -> tool.status();
            case "start" -> start(tool, url);
            default -> tool.upgrade();
        }
    }

    /** An application with a pool, which has asked its database something before. */
    private static void start(Tool tool, String url) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMinimumIdle(1);
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            tool.start();
        }
    }
}
