package dev.switchback.api.config;

import dev.switchback.api.error.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The grammar of {@code .env}, of which every tool has its own. Ours:
 *
 * <ul>
 *   <li>blank lines and lines that begin with {@code #} say nothing; {@code export } before a name is skipped
 *   <li>{@code NAME=value}: trimmed; a comment begins at a {@code #} after white space; nothing else is special
 *   <li>{@code NAME='value'}: as it stands, in one line
 *   <li>{@code NAME="value"}: may span lines; <code>\n \t \" \\ \$</code> are escapes, any other backslash is an error;
 *       <code>${NAME}</code> is the variable of the environment or of an earlier line, and must exist
 *   <li>the last of several lines with the same name counts
 * </ul>
 *
 * Nothing is ever executed. Errors name the line and contain nothing of it.
 */
final class DotEnv {
    static final String FILE_NAME = ".env";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern REST = Pattern.compile("[ \\t]*|[ \\t]+#.*");

    private final String name;
    private final String text;
    private final Map<String, String> environment;
    private final Map<String, SourcedText> variables = new LinkedHashMap<>();
    private int at;
    private int line = 1;

    private DotEnv(String name, String text, Map<String, String> environment) {
        this.name = name;
        this.text = text;
        this.environment = environment;
    }

    /**
     * Reads a file.
     *
     * @param name the file as the user named it, for errors and origins: there can be several
     * @param text its text, without byte order mark and with LF only
     * @param environment what <code>${NAME}</code> may refer to beside earlier lines
     * @return values with their lines
     * @throws ConfigurationException at the first line that is not of this grammar
     */
    static Map<String, SourcedText> parse(String name, String text, Map<String, String> environment) {
        DotEnv file = new DotEnv(name, text, environment);
        while (file.at < text.length()) {
            file.readLine();
        }
        return file.variables;
    }

    private void readLine() {
        int start = at;
        String content = restOfLine();
        String stripped = content.strip();
        if (stripped.isEmpty() || stripped.startsWith("#")) {
            endLine();
            return;
        }
        int equals = content.indexOf('=');
        if (equals < 0) {
            throw problem(line, "there is no =", "write NAME=value, or # before a comment");
        }
        String variable = content.substring(0, equals).stripLeading();
        if (variable.startsWith("export ") || variable.startsWith("export\t")) {
            variable = variable.substring("export ".length()).stripLeading();
        }
        if (!NAME.matcher(variable).matches()) {
            throw problem(
                    line, "what stands before the = is not a name", "write NAME=value, without a space before the =");
        }
        int first = line;
        at = start + equals + 1;
        String value = readValue();
        Origin origin = new Origin(Origin.Source.DOTENV, name + " line " + first);
        variables.put(variable, new SourcedText(value, origin));
        endLine();
    }

    private String readValue() {
        String content = restOfLine();
        String stripped = content.stripLeading();
        if (stripped.startsWith("'") || stripped.startsWith("\"")) {
            at += content.length() - stripped.length() + 1;
            String value = stripped.startsWith("'") ? singleQuoted() : doubleQuoted();
            if (!REST.matcher(restOfLine()).matches()) {
                throw problem(
                        line,
                        "there is something after the closing quote",
                        "write a quote inside '…' in \"…\" instead, inside \"…\" as \\\"; put a space before a comment");
            }
            return value;
        }
        for (int i = 0; i < content.length(); i++) {
            if (content.charAt(i) == '#' && i > 0 && isBlank(content.charAt(i - 1))) {
                return content.substring(0, i).strip();
            }
        }
        return content.strip();
    }

    private String singleQuoted() {
        int end = restOfLine().indexOf('\'');
        if (end < 0) {
            throw problem(line, "the ' is not closed on its line", "close it, or use \"…\" for several lines");
        }
        String value = text.substring(at, at + end);
        at += end + 1;
        return value;
    }

    private String doubleQuoted() {
        int first = line;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            switch (c) {
                case '"' -> {
                    return value.toString();
                }
                case '\\' -> value.append(escape());
                case '$' -> value.append(at < text.length() && text.charAt(at) == '{' ? variable() : "$");
                case '\n' -> {
                    line++;
                    value.append(c);
                }
                default -> value.append(c);
            }
        }
        throw problem(first, "the \" is never closed", "close it; write a \" inside as \\\"");
    }

    private char escape() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case '"', '\\', '$' -> c;
            default ->
                throw problem(
                        line,
                        "there is a backslash that begins none of \\n \\t \\\" \\\\ \\$",
                        "write \\\\ for a backslash, or use '…'");
        };
    }

    private String variable() {
        int end = text.indexOf('}', at);
        String wanted = end < 0 ? "" : text.substring(at + 1, end);
        if (!NAME.matcher(wanted).matches()) {
            throw problem(line, "there is a ${ that is not ${NAME}", "write \\${ if no variable is meant");
        }
        at = end + 1;
        String inEnvironment = environment.get(wanted);
        if (inEnvironment != null) {
            return inEnvironment;
        }
        SourcedText earlier = variables.get(wanted);
        if (earlier != null) {
            return earlier.text();
        }
        throw problem(line, "a ${NAME} is set neither in the environment nor above", "set it, or write \\${");
    }

    private String restOfLine() {
        int end = text.indexOf('\n', at);
        return text.substring(at, end < 0 ? text.length() : end);
    }

    private void endLine() {
        at += restOfLine().length() + 1;
        line++;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private ConfigurationException problem(int line, String reason, String next) {
        return new ConfigurationException(name, "line " + line + ": " + reason, next);
    }
}
