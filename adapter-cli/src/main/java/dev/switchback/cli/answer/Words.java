package dev.switchback.cli.answer;

import dev.switchback.api.model.LockHolder;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.cli.terminal.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** How times, durations, counts and versions read in text. */
public final class Words {
    private Words() {}

    /**
     * A point in time, as {@code 2026-11-01 12:03:11Z}.
     *
     * @param instant when
     * @return UTC, to the second
     */
    public static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ');
    }

    /**
     * A point in time as a page shows it: as {@link #time(Instant)}, or in the zone of the page, as
     * {@code 2026-11-01 13:03:11+01:00}.
     *
     * @param instant when
     * @param page the page
     * @return to the second
     */
    public static String time(Instant instant, Page page) {
        return page.zone()
                .map(zone -> DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssXXX", Locale.ROOT)
                        .format(instant.atZone(zone)))
                .orElseGet(() -> time(instant));
    }

    /**
     * A duration, as {@code 41 ms}, {@code 3.2 s} or {@code 2 min 5 s}.
     *
     * @param duration how long
     * @return rounded down
     */
    public static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return millis / 1_000 + "." + millis % 1_000 / 100 + " s";
        }
        return millis / 60_000 + " min " + millis % 60_000 / 1_000 + " s";
    }

    /**
     * A number of things.
     *
     * @param count how many
     * @param thing the singular, which takes an s
     * @return {@code 1 migration}, {@code 2 migrations}
     */
    public static String count(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /**
     * Where the database stands.
     *
     * @param version the version in effect
     * @return the version, or {@code base}
     */
    public static String at(Optional<MigrationVersion> version) {
        return version.map(MigrationVersion::text).orElse("base");
    }

    /**
     * Who keeps others from migrating, and how.
     *
     * @param holder who
     * @return {@code held by pid 4711 on web-1, for 42 s}
     */
    public static String holding(LockHolder holder) {
        return switch (holder.kind()) {
            case RUN -> "held by " + holder.describe();
            case LEFTOVER -> "there is " + holder.describe();
            case ENGINE -> "the engine's own lock is held by " + holder.describe();
        };
    }
}
