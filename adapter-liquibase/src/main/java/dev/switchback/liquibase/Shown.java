package dev.switchback.liquibase;

/** Texts that others wrote, as they stand in our messages: short, and without control characters. */
final class Shown {
    private static final int LONGEST = 60;
    private static final int LONGEST_SENTENCE = 300;

    private Shown() {}

    /** A name out of a file. */
    static String name(String text) {
        return shortened(text, LONGEST);
    }

    /** What Liquibase says, which names types and what is in them. */
    static String sentence(String text) {
        return shortened(text, LONGEST_SENTENCE);
    }

    private static String shortened(String text, int longest) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= longest ? clean : clean.substring(0, longest) + "…";
    }
}
