package dev.switchback.liquibase;

/** Names out of files as they stand in messages: short, and without control characters. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    static String name(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
    }
}
