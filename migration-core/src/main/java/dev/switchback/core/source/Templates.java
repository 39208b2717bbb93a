package dev.switchback.core.source;

import java.util.Optional;

/** What new files begin with: comments only, so that a file that nobody has written yet cannot be run. */
final class Templates {
    private static final String TAKES_BACK = "takes back: ";

    private Templates() {}

    static String up(String words, Optional<String> downFile, Optional<String> remark) {
        return comment(words)
                + remark.map(Templates::comment).orElse("")
                + comment(downFile.map(file -> "Write the SQL below, and what takes it back into " + file + ".")
                        .orElse("Write the SQL below. It has no down script: it cannot be reverted."))
                + "\n";
    }

    static String down(String words, String upFile) {
        return comment(TAKES_BACK + words)
                + comment("Write the SQL below that reverts " + upFile + ", or delete this file if nothing can.")
                + "\n";
    }

    static String repeatable(String words) {
        return comment(words)
                + comment(
                        "Write the SQL below. It runs again whenever this file changes: make it replace what is there.")
                + "\n";
    }

    static String written(String words, Optional<String> remark, String text) {
        return comment(words) + remark.map(Templates::comment).orElse("") + text;
    }

    static String writtenDown(String words, String text) {
        return comment(TAKES_BACK + words) + text;
    }

    private static String comment(String text) {
        return "-- " + text + "\n";
    }
}
