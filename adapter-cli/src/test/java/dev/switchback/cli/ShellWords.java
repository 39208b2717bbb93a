package dev.switchback.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The completion scripts and the man page, made of what the help pages say. */
final class ShellWords {

    /** A word with its explanation. */
    record Word(String name, String description) {}

    /** An option, whether it takes a value, and its explanation. */
    record Option(List<String> names, boolean takesValue, String description) {}

    /** A command with its own options. */
    record Verb(String name, String description, List<Option> options, List<String> values, String page) {}

    private final List<Verb> verbs;
    private final List<Option> global;
    private final String overview;

    ShellWords(String overview, List<Verb> verbs) {
        this.overview = overview;
        this.verbs = List.copyOf(verbs);
        this.global = options(section(overview, "Options of every command"));
    }

    /** The commands of the overview, in its order. */
    static List<Word> commands(String overview) {
        List<Word> commands = new ArrayList<>();
        for (String line : overview.split("Options of every command", 2)[0].split("\n", -1)) {
            if (line.matches("  [a-z][a-z-]* .*")) {
                String[] words = line.strip().split(" +", 2);
                commands.add(new Word(words[0], words[1]));
            }
        }
        return commands;
    }

    private static String section(String text, String title) {
        return text.substring(text.indexOf(title));
    }

    /** The options in a help page: lines that begin with a hyphen, as the parser writes them. */
    static List<Option> options(String page) {
        List<Option> options = new ArrayList<>();
        for (String line : page.split("\n", -1)) {
            String text = line.strip();
            if (text.startsWith("-") && line.startsWith("  ")) {
                String[] parts = text.split(" {2,}", 2);
                List<String> names = new ArrayList<>();
                for (String part : parts[0].split(", ?", -1)) {
                    names.add(part.replaceAll("[=\\[ ].*", ""));
                }
                options.add(new Option(names, parts[0].matches(".*[= ][\\[A-Z=].*"), parts.length > 1 ? parts[1] : ""));
            }
        }
        return options;
    }

    private static String names(List<Option> options) {
        return options.stream().flatMap(o -> o.names().stream()).collect(Collectors.joining(" "));
    }

    private String valueTakers() {
        return global.stream()
                .filter(Option::takesValue)
                .flatMap(o -> o.names().stream())
                .filter(name -> !name.equals("--wait"))
                .collect(Collectors.joining("|"));
    }

    String bash() {
        StringBuilder text =
                new StringBuilder("""
                # Completion of switchback for bash. Made by the build: do not edit.
                _switchback() {
                    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} verb='' i
                    for ((i = 1; i < COMP_CWORD; i++)); do
                        case ${COMP_WORDS[i]} in
                            @takers@) i=$((i + 1)) ;;
                            -*) ;;
                            *)
                                verb=${COMP_WORDS[i]}
                                break
                                ;;
                        esac
                    done
                    case $previous in
                        --engine) mapfile -t COMPREPLY < <(compgen -W 'flyway liquibase' -- "$word") && return ;;
                        -o | --output)
                            mapfile -t COMPREPLY < <(compgen -W 'text json ndjson markdown github' -- "$word") && return
                            ;;
                        --color) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$word") && return ;;
                        -d | --dir | -C) mapfile -t COMPREPLY < <(compgen -d -- "$word") && return ;;
                        *-file | -c | --config | --plan | --out) mapfile -t COMPREPLY < <(compgen -f -- "$word") && return ;;
                    esac
                    local global='@global@'
                    case $verb in
                        '') mapfile -t COMPREPLY < <(compgen -W "@verbs@ $global" -- "$word") ;;
                """.replace("@takers@", valueTakers().replace("|", " | "))
                        .replace("@global@", names(global))
                        .replace("@verbs@", verbs.stream().map(Verb::name).collect(Collectors.joining(" "))));
        for (Verb verb : verbs) {
            String own = (names(verb.options()) + " " + String.join(" ", verb.values())).strip();
            text.append("        ")
                    .append(verb.name())
                    .append(") mapfile -t COMPREPLY < <(compgen -W \"")
                    .append((own + " $global").strip())
                    .append("\" -- \"$word\") ;;\n");
        }
        return text.append("    esac\n}\ncomplete -F _switchback switchback\n").toString();
    }

    String zsh() {
        StringBuilder text = new StringBuilder("""
                #compdef switchback
                # Completion of switchback for zsh. Made by the build: do not edit.
                _switchback() {
                    local -a verbs global own
                    verbs=(
                """);
        verbs.forEach(v -> text.append("        ")
                .append(quoted(v.name() + ":" + v.description()))
                .append('\n'));
        text.append("    )\n    global=(\n");
        global.forEach(o -> text.append("        ").append(specs(o)).append('\n'));
        text.append("    )\n    local verb=${words[(r)(")
                .append(verbs.stream().map(Verb::name).collect(Collectors.joining("|")))
                .append(")]}\n    case $verb in\n");
        for (Verb verb : verbs) {
            text.append("        ").append(verb.name()).append(") own=(");
            verb.options().forEach(o -> text.append(' ').append(specs(o)));
            if (!verb.values().isEmpty()) {
                text.append(" '*:value:(")
                        .append(String.join(" ", verb.values()))
                        .append(")'");
            }
            text.append(" ) ;;\n");
        }
        return text.append("""
                        *) own=('1:command:{_describe command verbs}' '*::') ;;
                    esac
                    _arguments -s $global $own
                }
                if [ "$funcstack[1]" = _switchback ]; then
                    _switchback "$@"
                else
                    compdef _switchback switchback
                fi
                """).toString();
    }

    private static String specs(Option option) {
        return option.names().stream()
                .map(name -> quoted(name + (option.takesValue() ? "=" : "") + "[" + clean(option.description()) + "]"
                        + (option.takesValue() ? ":value:" + action(name) : "")))
                .collect(Collectors.joining(" "));
    }

    private static String action(String name) {
        return switch (name) {
            case "--engine" -> "(flyway liquibase)";
            case "--output", "-o" -> "(text json ndjson markdown github)";
            case "--color" -> "(auto always never)";
            case "--dir", "-d", "-C" -> "_files -/";
            default -> name.endsWith("-file") || name.equals("--config") || name.equals("--plan") ? "_files" : " ";
        };
    }

    private static String clean(String text) {
        return text.replace("[", "(").replace("]", ")").replace(":", " -");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    String fish() {
        StringBuilder text = new StringBuilder("""
                # Completion of switchback for fish. Made by the build: do not edit.
                complete -c switchback -f
                """);
        for (Verb verb : verbs) {
            text.append("complete -c switchback -n __fish_use_subcommand -a ")
                    .append(verb.name())
                    .append(" -d ")
                    .append(fishQuoted(verb.description()))
                    .append('\n');
        }
        global.forEach(option -> text.append(fish("", option)));
        for (Verb verb : verbs) {
            String only = " -n '__fish_seen_subcommand_from " + verb.name() + "'";
            verb.options().forEach(option -> text.append(fish(only, option)));
            if (!verb.values().isEmpty()) {
                text.append("complete -c switchback")
                        .append(only)
                        .append(" -a '")
                        .append(String.join(" ", verb.values()))
                        .append("'\n");
            }
        }
        return text.toString();
    }

    private static String fish(String only, Option option) {
        StringBuilder line = new StringBuilder("complete -c switchback").append(only);
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -o " + name.substring(1));
        }
        return line.append(option.takesValue() ? " -r" : "")
                .append(" -d ")
                .append(fishQuoted(option.description()))
                .append('\n')
                .toString();
    }

    private static String fishQuoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    String man() {
        StringBuilder text = new StringBuilder("""
                .\\" Made by the build: do not edit.
                .TH SWITCHBACK 1 "" "Switchback" "User Commands"
                .SH NAME
                switchback \\- schema migrations with a way back, over Flyway or Liquibase
                .SH SYNOPSIS
                .B switchback
                [\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIARGUMENTS\\fR]
                .SH DESCRIPTION
                .nf
                """);
        text.append(roff(overview)).append(".fi\n");
        for (Verb verb : verbs) {
            text.append(".SH \"")
                    .append(verb.name().toUpperCase(Locale.ROOT))
                    .append("\"\n.nf\n")
                    .append(roff(verb.page()))
                    .append(".fi\n");
        }
        return text.append("""
                .SH EXIT STATUS
                .nf
                0 done  2 usage  3 pending  4 invalid  5 drift  6 failed, unchanged  7 failed, partly applied
                8 locked  9 unavailable  10 not confirmed  11 configuration  12 unsupported
                130, 143 ended by a signal  1 anything else
                .fi
                .SH FILES
                switchback.properties, switchback\\-PROFILE.properties, .env, migrations/migrations.sum
                """).toString();
    }

    private static String roff(String text) {
        StringBuilder lines = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            String escaped = line.replace("\\", "\\e").replace("-", "\\-");
            lines.append(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" : "")
                    .append(escaped)
                    .append('\n');
        }
        return lines.toString();
    }
}
