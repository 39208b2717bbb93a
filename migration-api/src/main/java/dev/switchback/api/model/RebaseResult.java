package dev.switchback.api.model;

import java.util.List;
import java.util.Objects;

/**
 * Which files {@code rebase} has renamed.
 *
 * @param migrations the migrations, in their new order
 */
public record RebaseResult(List<Rebased> migrations) {
    /** Copies the list. */
    public RebaseResult {
        migrations = List.copyOf(migrations);
    }

    /**
     * One migration with a new version.
     *
     * @param from the version that it had
     * @param to the version that it has now
     * @param files its files, as they were called and as they are called now; paths relative to their folder
     */
    public record Rebased(MigrationVersion from, MigrationVersion to, List<Renamed> files) {
        /** Copies the list. */
        public Rebased {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            files = List.copyOf(files);
        }
    }

    /**
     * One file with a new name.
     *
     * @param from what it was called
     * @param to what it is called now
     */
    public record Renamed(String from, String to) {
        /** Checks that both are there. */
        public Renamed {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }
}
