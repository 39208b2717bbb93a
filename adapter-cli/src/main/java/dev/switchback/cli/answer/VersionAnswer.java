package dev.switchback.cli.answer;

import dev.switchback.cli.terminal.Page;

/**
 * Which Switchback this is.
 *
 * @param version its version
 * @param java the version of Java it runs on
 */
public record VersionAnswer(String version, String java) implements Answer {

    @Override
    public void describe(Page page) {
        page.line("switchback " + version + " (Java " + java + ")");
    }

    @Override
    public void describe(Document document) {
        document.put("version", version).put("java", java);
    }
}
