package dev.switchback.api.config;

/** A value before it is parsed. It can be a secret, so it does not print itself. */
record SourcedText(String text, Origin origin) {
    @Override
    public String toString() {
        return Secret.MASK + " from " + origin;
    }
}
