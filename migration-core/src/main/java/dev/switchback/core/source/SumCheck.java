package dev.switchback.core.source;

import dev.switchback.api.config.IntegrityPolicy;
import dev.switchback.api.model.Problem.Kind;
import dev.switchback.api.model.ShellWord;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Compares a {@code migrations.sum} with the files beside it. */
final class SumCheck {
    private final FileTree tree;
    private final IntegrityPolicy policy;
    private final Findings findings;

    SumCheck(FileTree tree, IntegrityPolicy policy, Findings findings) {
        this.tree = tree;
        this.policy = policy;
        this.findings = findings;
    }

    /**
     * Notes every difference.
     *
     * @param sum the manifest, if there is one
     * @param actual the hashes of all migrations and script configurations that could be read
     * @param present the paths of all files, those that could not be read too
     */
    void check(Optional<SumFile> sum, SortedMap<String, String> actual, Set<String> present) {
        if (policy == IntegrityPolicy.OFF) {
            return;
        }
        if (sum.isPresent()) {
            compare(sum.get(), actual, present);
        } else if (policy == IntegrityPolicy.REQUIRE && !actual.isEmpty()) {
            add(
                    MigrationsSum.FILE_NAME,
                    "does not exist, but the setting integrity requires it",
                    "write it with: " + record(MigrationsSum.FILE_NAME));
        }
    }

    private void compare(SumFile sum, SortedMap<String, String> actual, Set<String> present) {
        for (String fault : sum.faults()) {
            add(
                    MigrationsSum.FILE_NAME,
                    fault,
                    "look at every file that changed, then record them all: " + record(MigrationsSum.FILE_NAME));
        }
        actual.forEach((path, hash) -> compareFile(path, hash, sum.lines().get(path)));
        sum.lines().forEach((path, recorded) -> {
            // a draft was never recorded, so it may go without leave
            if (!present.contains(path) && !recorded.equals(SumFile.DRAFT)) {
                add(
                        path,
                        "is listed in migrations.sum but does not exist",
                        "restore it" + gitLog(path) + ", or if it is gone for good: "
                                + record(MigrationsSum.FILE_NAME));
            }
        });
    }

    private String gitLog(String path) {
        return tree.isWritable() ? " (git log -p -- " + new ShellWord(tree.name() + "/" + path) + ")" : "";
    }

    private static String record(String path) {
        return "switchback repair --update-checksum " + new ShellWord(path);
    }

    private void compareFile(String path, String hash, @Nullable String recorded) {
        if (recorded == null) {
            add(path, "is not listed in migrations.sum", "if it belongs there: " + record(path));
        } else if (recorded.equals(SumFile.DRAFT)) {
            if (policy == IntegrityPolicy.REQUIRE) {
                add(
                        path,
                        "is still a draft in migrations.sum, but the setting integrity requires a hash",
                        "when it is finished: " + record(path));
            }
        } else if (!recorded.equals(hash)) {
            add(
                    path,
                    "was edited since migrations.sum recorded it",
                    "restore it" + gitLog(path) + ", or accept the edit: " + record(path));
        }
    }

    private void add(String path, String reason, String nextStep) {
        // what a build copied is known to neither git nor repair
        String next = tree.isWritable() ? nextStep : "where its source is, " + nextStep + "; then build again";
        findings.add(Kind.SUM_MISMATCH, tree, path, reason, next);
    }
}
