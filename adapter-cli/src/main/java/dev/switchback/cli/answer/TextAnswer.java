package dev.switchback.cli.answer;

import dev.switchback.cli.terminal.Page;

/**
 * Ready text: help, version.
 *
 * @param field what it is called as data
 * @param text the text
 */
public record TextAnswer(String field, String text) implements Answer {

    @Override
    public void describe(Page page) {
        page.paragraph("", "", text);
    }

    @Override
    public void describe(Document document) {
        document.put(field, text);
    }
}
