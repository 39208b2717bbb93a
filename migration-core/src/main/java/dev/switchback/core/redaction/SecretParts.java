package dev.switchback.core.redaction;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds secrets in a text, whole or in part: every run of characters in which each four in a row are in a secret too.
 * Databases quote a statement from where they stopped to understand it, and cut it after some length, so a secret in it
 * can lack its beginning or its end. Upper and lower case do not matter, because names without quotes are folded.
 */
final class SecretParts {

    /** Shorter parts are in every text, and masking them would tell where they are. */
    static final int SHORTEST = 4;

    private static final int BITS = Character.SIZE;

    private final Set<Long> windows = new HashSet<>();

    SecretParts(Collection<String> secrets) {
        for (String secret : secrets) {
            long window = 0;
            for (int i = 0; i < secret.length(); i++) {
                window = next(window, secret.charAt(i));
                if (i + 1 >= SHORTEST) {
                    windows.add(window);
                }
            }
        }
    }

    /** Marks the characters of the text that are such a part. */
    BitSet in(CharSequence text) {
        BitSet found = new BitSet();
        if (windows.isEmpty()) {
            return found;
        }
        long window = 0;
        for (int i = 0; i < text.length(); i++) {
            window = next(window, text.charAt(i));
            if (i + 1 >= SHORTEST && windows.contains(window)) {
                found.set(i + 1 - SHORTEST, i + 1);
            }
        }
        return found;
    }

    private static long next(long window, char c) {
        // a long holds exactly the four characters
        return window << BITS | Character.toLowerCase(c);
    }
}
