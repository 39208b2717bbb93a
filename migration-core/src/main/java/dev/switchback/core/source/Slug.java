package dev.switchback.core.source;

import dev.switchback.api.error.InvalidRequestException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The part of a file name that is made of a description: only {@code a-z}, {@code 0-9} and single underscores, whatever
 * was typed, so that it can lead nowhere and is the same on every file system.
 */
final class Slug {
    static final int MAX_LENGTH = 80;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern RESERVED = Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]");

    private Slug() {}

    static String of(String description) {
        // the letters of longer texts are not needed, and normalising them would be slow
        String start = description.length() <= 1_000 ? description : description.substring(0, 1_000);
        // to upper case first: it spells ß out
        String letters = MARKS.matcher(Normalizer.normalize(start, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        String slug = trim(OTHERS.matcher(letters).replaceAll("_"));
        if (slug.length() > MAX_LENGTH) {
            slug = trim(slug.substring(0, MAX_LENGTH));
        }
        if (slug.isEmpty()) {
            throw refused("has no letter from a to z and no digit to make a file name of");
        }
        if (RESERVED.matcher(slug).matches()) {
            throw refused("'" + slug + "' is a reserved name on Windows");
        }
        return slug;
    }

    private static InvalidRequestException refused(String reason) {
        return new InvalidRequestException(
                "description", reason, "say in a few words what it does: switchback create \"add invoice table\"");
    }

    private static String trim(String slug) {
        int from = slug.startsWith("_") ? 1 : 0;
        int to = slug.endsWith("_") ? slug.length() - 1 : slug.length();
        return from < to ? slug.substring(from, to) : "";
    }
}
