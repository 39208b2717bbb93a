package dev.switchback.docs.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Commands and what they print, as a page shows them: {@code $ command}, then the output. In the output {@code …}
 * stands for anything within a line, and a line that is only {@code …} for any number of lines.
 *
 * @param steps the commands
 */
record Transcript(List<Step> steps) {

    /** One command with the lines that it is said to print. */
    record Step(String command, int line, List<String> output) {

        /** Whether this is what it printed. */
        boolean printed(String actual) {
            String text = actual.stripTrailing();
            return Pattern.matches(expression(), text.isEmpty() ? "" : text + "\n");
        }

        private String expression() {
            StringBuilder all = new StringBuilder();
            for (String line : output) {
                if (line.equals("…")) {
                    all.append("(?:.*\\n)*?");
                } else {
                    for (String part : line.split("…", -1)) {
                        all.append(Pattern.quote(part)).append(".*");
                    }
                    all.setLength(all.length() - 2);
                    all.append("\\n");
                }
            }
            return all.toString();
        }
    }

    static Transcript of(MarkdownPage.Block block) {
        List<Step> steps = new ArrayList<>();
        List<String> output = new ArrayList<>();
        String command = null;
        int start = 0;
        for (int i = 0; i < block.lines().size(); i++) {
            String line = block.lines().get(i);
            if (line.startsWith("$ ")) {
                if (command != null) {
                    steps.add(new Step(command, start, List.copyOf(output)));
                }
                command = line.substring(2);
                start = block.line() + i + 1;
                output.clear();
            } else {
                output.add(line);
            }
        }
        if (command != null) {
            steps.add(new Step(command, start, List.copyOf(output)));
        }
        return new Transcript(steps);
    }
}
