package dev.switchback.liquibase;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a changelog in YAML or JSON without Liquibase: only the tree of what is written, from which no object is made. An
 * alias is refused, with which a small file can say very much. Used by one thread.
 */
final class YamlTree {
    private static final int DEEPEST = 50;

    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlTree() {}

    static ChangelogNode read(String text) throws UnreadableChangelogException {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        try {
            Iterator<Node> documents = new Yaml(new SafeConstructor(options))
                    .composeAll(new StringReader(text))
                    .iterator();
            if (!documents.hasNext()) {
                throw new UnreadableChangelogException(1, "is empty", "write a changelog");
            }
            Node root = documents.next();
            if (documents.hasNext()) {
                throw new UnreadableChangelogException(
                        line(documents.next()), "has a second document", "remove the line of three hyphens");
            }
            return new ChangelogNode("", 1, false, Optional.empty(), new YamlTree().children(root));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            // not the parser's message, which quotes the text
            throw new UnreadableChangelogException(
                    line,
                    "cannot be read at this place",
                    "look at the indentation, at brackets and quotes; put special characters in quotes, and use no tags");
        } catch (YAMLException e) {
            throw new UnreadableChangelogException(
                    1, "is nested too deeply, or has a character that YAML does not take", "write it in SQL instead");
        }
    }

    private List<ChangelogNode> children(Node node) throws UnreadableChangelogException {
        if (!seen.add(node)) {
            throw new UnreadableChangelogException(line(node), "has an alias", "write out what the alias stands for");
        }
        if (node instanceof MappingNode mapping) {
            requireTag(node, Tag.MAP);
            return entries(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            requireTag(node, Tag.SEQ);
            List<ChangelogNode> children = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                if (!(item instanceof MappingNode)) {
                    throw new UnreadableChangelogException(
                            line(item), "has a list of plain values, which nothing takes", "give each one a name");
                }
                children.addAll(children(item));
            }
            return children;
        }
        throw new UnreadableChangelogException(line(node), "is only a text", "write a changelog");
    }

    private List<ChangelogNode> entries(MappingNode mapping) throws UnreadableChangelogException {
        List<ChangelogNode> children = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key) || key.getTag().equals(Tag.MERGE)) {
                throw new UnreadableChangelogException(
                        line(entry.getKeyNode()), "has a key that is not a name", "write out what is meant");
            }
            if (!names.add(key.getValue())) {
                throw new UnreadableChangelogException(
                        line(key), "has '" + Shown.name(key.getValue()) + "' twice", "keep one of the two");
            }
            children.add(entry(key, entry.getValueNode()));
        }
        return children;
    }

    private ChangelogNode entry(ScalarNode key, Node value) throws UnreadableChangelogException {
        if (value instanceof ScalarNode scalar) {
            if (!seen.add(scalar)) {
                throw new UnreadableChangelogException(
                        line(key), "has an alias", "write out what the alias stands for");
            }
            return new ChangelogNode(key.getValue(), line(key), false, PlainScalar.text(scalar), List.of());
        }
        return new ChangelogNode(key.getValue(), line(key), false, Optional.empty(), children(value));
    }

    private static void requireTag(Node node, Tag tag) throws UnreadableChangelogException {
        if (!node.getTag().equals(tag)) {
            throw new UnreadableChangelogException(
                    line(node), "has a tag, with which it could make objects", "remove what begins with !");
        }
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
