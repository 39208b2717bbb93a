package dev.switchback.core.domain;

import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.MigrationFileName.Prefix;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes file names apart, and says precisely what is wrong with those that nearly follow the rules. */
final class FileNameParser {
    private static final String SEPARATOR = "__";
    private static final String PREFIXES = "VURBvurb";
    private static final Pattern LOOSE = Pattern.compile("([0-9]+(?:[._][0-9]+)*)(?:[ _.-]+(.*))?");
    private static final Pattern LOOSE_REPEATABLE = Pattern.compile("[0-9 _.-]+(.*)");

    private final String suffix;

    private FileNameParser(String suffix) {
        this.suffix = suffix;
    }

    static ParsedFileName parse(String fileName) {
        Optional<String> general = generalFault(fileName);
        if (general.isPresent()) {
            return new ParsedFileName.Invalid(general.get(), Optional.empty());
        }
        if (endsLike(fileName, MigrationFileName.SUFFIX)) {
            return new FileNameParser(MigrationFileName.SUFFIX).read(fileName);
        }
        for (String suffix : MigrationFileName.NATIVE_SUFFIXES) {
            if (endsLike(fileName, suffix)) {
                return new FileNameParser(suffix).read(fileName);
            }
        }
        return new ParsedFileName.Invalid("is not a .sql file", Optional.empty());
    }

    private ParsedFileName read(String fileName) {
        if (!fileName.endsWith(suffix)) {
            return invalid(
                    fileName,
                    "ends in " + fileName.substring(fileName.length() - suffix.length()) + " instead of " + suffix);
        }
        String stem = stem(fileName);
        if (!isNearly(stem)) {
            return invalid(fileName, "does not begin with V<version>__, U<version>__, B<version>__ or R__");
        }
        if (Character.isLowerCase(stem.charAt(0))) {
            return invalid(fileName, "begins with a small " + stem.charAt(0));
        }
        return stem.charAt(0) == 'R' ? repeatable(fileName, stem) : versioned(fileName, stem);
    }

    /** Whether it looks as if the rules were known: a number or an underscore follows the letter, or two come later. */
    private static boolean isNearly(String stem) {
        if (stem.length() < 2 || PREFIXES.indexOf(stem.charAt(0)) < 0) {
            return false;
        }
        char next = stem.charAt(1);
        return next == '_'
                || (next >= '0' && next <= '9')
                || (Character.isUpperCase(stem.charAt(0)) && stem.contains(SEPARATOR));
    }

    private static Optional<String> generalFault(String fileName) {
        if (fileName.length() > MigrationFileName.MAX_FILE_NAME) {
            return Optional.of("is longer than " + MigrationFileName.MAX_FILE_NAME + " characters (" + fileName.length()
                    + "), which the history tables cannot hold");
        }
        for (int i = 0; i < fileName.length(); i++) {
            char c = fileName.charAt(i);
            if (Character.isISOControl(c) || c == '\\' || c == '/') {
                return Optional.of("has a control character or a slash in its name");
            }
        }
        return Optional.empty();
    }

    private ParsedFileName versioned(String fileName, String stem) {
        int separator = stem.indexOf(SEPARATOR);
        if (separator < 0) {
            return invalid(fileName, withoutSeparator(stem.substring(1)));
        }
        String version = stem.substring(1, separator);
        if (version.isEmpty()) {
            return invalid(fileName, "has no version between " + stem.charAt(0) + " and the two underscores");
        }
        if (!MigrationVersion.isVersion(version)) {
            return new ParsedFileName.Invalid(
                    "'" + version + "' is not a version: digits, with dots between them", Optional.empty());
        }
        if (version.length() > MigrationVersion.MAX_LENGTH) {
            return invalid(
                    fileName,
                    "has a version of " + version.length() + " characters; at most " + MigrationVersion.MAX_LENGTH
                            + " are possible");
        }
        return named(fileName, stem, Optional.of(MigrationVersion.of(version)), separator);
    }

    private static String withoutSeparator(String rest) {
        if (MigrationVersion.isVersion(rest)) {
            return "has no description";
        }
        Matcher loose = LOOSE.matcher(rest);
        return loose.matches() && rest.charAt(loose.end(1)) == '_'
                ? "has one underscore between version and description instead of two"
                : "has no two underscores between version and description";
    }

    private ParsedFileName repeatable(String fileName, String stem) {
        int separator = stem.indexOf(SEPARATOR);
        if (separator < 0) {
            return invalid(fileName, "has no two underscores between R and the description");
        }
        if (separator > 1) {
            return invalid(fileName, "has a version, which a repeatable migration cannot have");
        }
        return named(fileName, stem, Optional.empty(), separator);
    }

    private ParsedFileName named(String fileName, String stem, Optional<MigrationVersion> version, int separator) {
        String description = stem.substring(separator + SEPARATOR.length()).replace('_', ' ');
        if (description.isBlank()) {
            return invalid(fileName, "has no description");
        }
        if (description.length() > MigrationFileName.MAX_DESCRIPTION) {
            return invalid(
                    fileName,
                    "has a description of " + description.length() + " characters; at most "
                            + MigrationFileName.MAX_DESCRIPTION + " are possible");
        }
        Prefix prefix = Prefix.valueOf(stem.substring(0, 1));
        return new ParsedFileName.Valid(new MigrationFileName(prefix, version, description, fileName));
    }

    private ParsedFileName invalid(String fileName, String reason) {
        return new ParsedFileName.Invalid(reason, suggestion(stem(fileName)));
    }

    /** The nearest right name; empty if there is none. */
    private Optional<String> suggestion(String stem) {
        if (stem.length() < 2 || PREFIXES.indexOf(stem.charAt(0)) < 0) {
            return Optional.empty();
        }
        String prefix = String.valueOf(Character.toUpperCase(stem.charAt(0)));
        boolean repeatable = prefix.equals("R");
        Matcher loose = (repeatable ? LOOSE_REPEATABLE : LOOSE).matcher(stem.substring(1));
        if (!loose.matches()) {
            return Optional.empty();
        }
        String words = loose.group(loose.groupCount());
        String description = words == null || words.isBlank() ? "what_it_does" : words.replace(SEPARATOR, "_");
        String version = repeatable ? "" : loose.group(1);
        String name = prefix + version + SEPARATOR + description + suffix;
        return isValid(name) ? Optional.of(name) : Optional.empty();
    }

    /** Ends where the suggested name is as wrong as the given one, for example because it is too long. */
    private boolean isValid(String name) {
        int separator = name.indexOf(SEPARATOR);
        int description = name.length() - separator - SEPARATOR.length() - suffix.length();
        return name.length() <= MigrationFileName.MAX_FILE_NAME
                && separator - 1 <= MigrationVersion.MAX_LENGTH
                && description <= MigrationFileName.MAX_DESCRIPTION;
    }

    private static boolean endsLike(String fileName, String suffix) {
        int length = suffix.length();
        return fileName.regionMatches(true, fileName.length() - length, suffix, 0, length);
    }

    private String stem(String fileName) {
        return fileName.substring(0, fileName.length() - suffix.length());
    }
}
