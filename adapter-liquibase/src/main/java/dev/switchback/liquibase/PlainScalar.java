package dev.switchback.liquibase;

import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The text of a value in YAML. What YAML takes for something else than it looks like (010 is eight, no is false, a day is a
 * point in time) is refused: in quotes it means what is written.
 */
final class PlainScalar {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");
    private static final Pattern TRUTH = Pattern.compile("(?i)true|false");

    private PlainScalar() {}

    static Optional<String> text(ScalarNode node) throws UnreadableChangelogException {
        Tag tag = node.getTag();
        String text = node.getValue();
        if (tag.equals(Tag.STR)) {
            return Optional.of(text);
        }
        if (tag.equals(Tag.NULL)) {
            return Optional.empty();
        }
        boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
        boolean plain = number
                ? NUMBER.matcher(text).matches()
                : (tag.equals(Tag.BOOL) && TRUTH.matcher(text).matches());
        if (plain) {
            return Optional.of(text);
        }
        throw new UnreadableChangelogException(
                YamlTree.line(node),
                "has a value that YAML takes for something else than it looks like, or with a tag",
                "put it in quotes, or write true or false");
    }
}
