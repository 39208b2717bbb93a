package dev.switchback.liquibase;

import dev.switchback.core.sql.SqlSyntaxProblem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
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

    /**
     * The same with other texts; the names stay.
     *
     * @throws SqlSyntaxProblem where there is a text that cannot be replaced
     */
    ChangelogNode with(UnaryOperator<String> values) {
        return new ChangelogNode(
                name,
                line,
                attribute,
                text.map(value -> replaced(value, values)),
                children.stream().map(child -> child.with(values)).toList());
    }

    private String replaced(String value, UnaryOperator<String> values) {
        try {
            return values.apply(value);
        } catch (SqlSyntaxProblem e) {
            // its line counts from the beginning of the text
            throw new SqlSyntaxProblem(e.file(), line + e.line() - 1, e.reason(), e.advice());
        }
    }

    /** Names itself only: the values of placeholders may be secret. */
    @Override
    public String toString() {
        return name + " in line " + line;
    }
}
