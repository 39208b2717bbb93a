package dev.switchback.liquibase;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that a changelog says, in whatever format: an element or attribute of XML, an entry of YAML or JSON. Attributes
 * are children like any other, as Liquibase has it.
 *
 * @param name its name
 * @param line where it stands, from 1
 * @param attribute whether it is an attribute of XML
 * @param text its text; empty if it has none
 * @param children what it consists of
 */
record ChangelogNode(String name, int line, boolean attribute, Optional<String> text, List<ChangelogNode> children) {
    ChangelogNode {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
        children = List.copyOf(children);
    }

    /** One with a text only. */
    static ChangelogNode of(String name, int line, String text) {
        return new ChangelogNode(name, line, false, Optional.of(text), List.of());
    }

    /** The text of a child; empty if there is none. */
    Optional<String> text(String child) {
        return all(child).findFirst().flatMap(ChangelogNode::text);
    }

    /** The children of that name. */
    Stream<ChangelogNode> all(String child) {
        return children.stream().filter(node -> node.name.equals(child));
    }

    /** Whether there is nothing in it. */
    boolean isEmpty() {
        return children.isEmpty() && text.filter(t -> !t.isBlank()).isEmpty();
    }

    /** Itself and everything below. */
    Stream<ChangelogNode> whole() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(ChangelogNode::whole));
    }

    /** Names itself only: the values of placeholders may be secret. */
    @Override
    public String toString() {
        return name + " in line " + line;
    }
}
