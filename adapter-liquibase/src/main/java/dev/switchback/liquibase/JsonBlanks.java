package dev.switchback.liquibase;

/** JSON for a reader of YAML, to which a tab is no blank. */
final class JsonBlanks {

    private JsonBlanks() {}

    /**
     * The text with blanks for the tabs between its tokens.
     *
     * @throws UnreadableChangelogException for a tab inside of a string, where JSON has none
     */
    static String withoutTabs(String json) throws UnreadableChangelogException {
        StringBuilder text = new StringBuilder(json.length());
        boolean inside = false;
        int line = 1;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"') {
                inside = !inside;
            } else if (c == '\n') {
                line++;
            } else if (c == '\t' && inside) {
                throw new UnreadableChangelogException(line, "has a tab inside of a text", "write \\t");
            }
            text.append(c == '\t' ? ' ' : c);
            if (c == '\\' && inside && i + 1 < json.length()) {
                text.append(json.charAt(++i));
            }
        }
        return text.toString();
    }
}
