package dev.switchback.docs.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns measurements into Markdown. Ratios are of CPU time, which the load of the machine changes least. */
final class Tables {
    private Tables() {}

    static String cold(List<String> tools, Map<String, List<Long>> cpu, Map<String, List<Long>> wall) {
        StringBuilder table =
                new StringBuilder("| tool | CPU ms (median) | wall ms (least) | CPU, times plain JDBC | CPU,"
                        + " times the plain engine |\n|---|---|---|---|---|\n");
        for (String tool : tools) {
            table.append(row(tool, cpu, wall)).append(" |\n");
        }
        return table.append('\n').toString();
    }

    static String withWarm(
            List<String> tools,
            Map<String, List<Long>> cpu,
            Map<String, List<Long>> wall,
            Map<String, List<Long>> hot) {
        StringBuilder table = new StringBuilder("| tool | CPU ms, whole process (median) | wall ms (least) | CPU, times"
                + " plain JDBC | CPU, times the plain engine | warm CPU µs (median) | warm, times the plain engine |\n"
                + "|---|---|---|---|---|---|---|\n");
        for (String tool : tools) {
            table.append(row(tool, cpu, wall))
                    .append(" | ")
                    .append(median(hot, tool))
                    .append(" | ")
                    .append(ratio(median(hot, tool), median(hot, engine(tool))))
                    .append(" |\n");
        }
        return table.append('\n').toString();
    }

    private static String row(String tool, Map<String, List<Long>> cpu, Map<String, List<Long>> wall) {
        return "| " + tool + " | " + median(cpu, tool) + " | "
                + wall.getOrDefault(tool, List.of()).stream().min(Long::compare).orElseThrow() + " | "
                + ratio(median(cpu, tool), median(cpu, "plain JDBC")) + " | "
                + ratio(median(cpu, tool), median(cpu, engine(tool)));
    }

    private static String engine(String tool) {
        return tool.startsWith("Switchback on ") ? tool.substring("Switchback on ".length()) : tool;
    }

    private static long median(Map<String, List<Long>> values, String tool) {
        List<Long> sorted =
                values.getOrDefault(tool, List.of(0L)).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static String ratio(long a, long b) {
        return b == 0 ? "" : String.format(Locale.ROOT, "%.2f", (double) a / b);
    }
}
