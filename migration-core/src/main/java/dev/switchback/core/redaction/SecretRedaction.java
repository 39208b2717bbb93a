package dev.switchback.core.redaction;

import dev.switchback.api.config.Secret;
import dev.switchback.core.port.Redaction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Masks the secrets of the configuration, and writes placeholders by their names instead of their values.
 *
 * <p>A secret is masked wherever four or more of its characters stand in a row, encoded or not. Of a placeholder only the
 * whole value is replaced, unless its name says that it is a secret: values such as {@code public} or {@code test} are
 * ordinary words. What is shorter than four characters is left alone: it is in every text by chance, and masking it
 * would point it out.
 */
public final class SecretRedaction implements Redaction {

    static final String MASK = "********";

    private final List<String> secrets;
    private final SecretParts parts;
    private final List<Placeholder> placeholders;
    private final boolean withPatterns;

    private record Placeholder(String name, String value) {
        static final Pattern SECRET_NAME =
                Pattern.compile("(?i).*(pass|pwd|secret|token|credential|private|key|salt|hash).*");

        String shown() {
            return "${" + name + "}";
        }
    }

    private SecretRedaction(List<String> secrets, List<Placeholder> placeholders, boolean withPatterns) {
        this.secrets = secrets;
        this.parts = new SecretParts(secrets);
        this.placeholders = placeholders;
        this.withPatterns = withPatterns;
    }

    /**
     * Creates a redactor.
     *
     * @param secrets what must not appear
     * @param placeholders the values of placeholders by name
     * @return the redactor
     */
    public static SecretRedaction of(Collection<Secret> secrets, Map<String, String> placeholders) {
        List<String> texts = new ArrayList<>();
        for (Secret secret : secrets) {
            texts.add(secret.reveal());
        }
        List<Placeholder> known = new ArrayList<>();
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            String value = placeholder.getValue();
            if (Placeholder.SECRET_NAME.matcher(placeholder.getKey()).matches()) {
                texts.add(value);
            }
            if (value.length() >= SecretParts.SHORTEST) {
                known.add(new Placeholder(placeholder.getKey(), value));
            }
        }
        if (known.size() > 1) {
            known.sort((a, b) -> Integer.compare(b.value.length(), a.value.length()));
        }
        return new SecretRedaction(List.copyOf(texts), List.copyOf(known), false);
    }

    /**
     * The same for connections that somebody else opens, with secrets that we do not know: what looks like one is masked
     * too.
     *
     * @return a redactor that masks more
     */
    public SecretRedaction ofUnknown() {
        return new SecretRedaction(secrets, placeholders, true);
    }

    @Override
    public String clean(String text) {
        String cleaned = withoutSecrets(text);
        return withPatterns ? CredentialPatterns.mask(cleaned) : cleaned;
    }

    private String withoutSecrets(String text) {
        BitSet secret = parts.in(text);
        if (DecodedText.concerns(text)) {
            mark(DecodedText.of(text, false), secret);
            mark(DecodedText.of(text, true), secret);
        }
        List<Placeholder> present =
                placeholders.stream().filter(p -> text.contains(p.value)).toList();
        return secret.isEmpty() && present.isEmpty() ? text : masked(text, secret, present);
    }

    private void mark(DecodedText decoded, BitSet secret) {
        decoded.mark(parts.in(decoded.characters()), secret);
    }

    private static String masked(String text, BitSet secret, List<Placeholder> placeholders) {
        StringBuilder masked = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            Placeholder whole = at(text, at, placeholders);
            if (whole != null && isAlone(secret, at, at + whole.value.length())) {
                masked.append(whole.shown());
                at += whole.value.length();
            } else if (secret.get(at)) {
                masked.append(MASK);
                at = secret.nextClearBit(at);
            } else {
                masked.append(text.charAt(at++));
            }
        }
        return masked.toString();
    }

    private static @Nullable Placeholder at(String text, int at, List<Placeholder> placeholders) {
        for (Placeholder placeholder : placeholders) {
            if (text.startsWith(placeholder.value, at)) {
                return placeholder;
            }
        }
        return null;
    }

    /** Whether what is between is not a piece of a longer secret. */
    private static boolean isAlone(BitSet secret, int from, int to) {
        return !(secret.get(from) && from > 0 && secret.get(from - 1)) && !(secret.get(to - 1) && secret.get(to));
    }

    @Override
    public String cleanWhole(String text) {
        String cleaned = text;
        for (String secret : secrets) {
            cleaned = secret.length() < SecretParts.SHORTEST ? cleaned : cleaned.replace(secret, MASK);
        }
        return cleaned;
    }

    @Override
    public Throwable clean(Throwable error) {
        ErrorCopy copy = new ErrorCopy(this::clean);
        return copy.isNeeded(error) ? copy.of(error) : error;
    }
}
