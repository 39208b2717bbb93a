package dev.switchback.api.config;

import java.util.regex.Pattern;

/** By their names, the parameters of a URL whose values must not be seen: passwords, and passphrases of keys. */
final class SecretNames {
    private static final Pattern SECRET =
            Pattern.compile(".*(password|passwd|passphrase|secret|token|apikey|api_key).*");

    private SecretNames() {}

    static boolean matches(String parameter) {
        return SECRET.matcher(Texts.lower(parameter)).matches();
    }
}
