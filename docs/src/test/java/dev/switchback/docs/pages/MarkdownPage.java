package dev.switchback.docs.pages;

import dev.switchback.docs.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of the manual.
 *
 * @param path where it is, relative to the root of the repository
 * @param lines its lines
 */
record MarkdownPage(String path, List<String> lines) {

    /** The language of a comment that tells the test what to do. */
    static final String INSTRUCTION = "instruction";

    /** Text between fences. */
    record Block(String language, int line, List<String> lines) {
        String text() {
            return String.join("\n", lines) + "\n";
        }
    }

    MarkdownPage {
        lines = List.copyOf(lines);
    }

    static MarkdownPage read(String path) {
        try {
            return new MarkdownPage(path, Files.readAllLines(Repository.root().resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every page there is: those in the root, and those below docs/. */
    static List<MarkdownPage> all() {
        Path root = Repository.root();
        try (Stream<Path> top = Files.list(root);
                Stream<Path> manual = Files.walk(root.resolve("docs"))) {
            return Stream.concat(top, manual)
                    .filter(f -> f.toString().endsWith(".md"))
                    .filter(f -> !root.relativize(f).toString().contains("target"))
                    .map(f -> read(root.relativize(f).toString().replace('\\', '/')))
                    .sorted((a, b) -> a.path().compareTo(b.path()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of one language, in order. */
    List<Block> blocks(String language) {
        return blocks().stream().filter(b -> b.language().equals(language)).toList();
    }

    /** All blocks, and what comments tell the test, in order. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("```")) {
                int end = i + 1;
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                blocks.add(new Block(line.substring(3), i + 1, lines.subList(i + 1, end)));
                i = end;
            } else if (line.startsWith("<!-- ") && line.endsWith(" -->")) {
                blocks.add(new Block(INSTRUCTION, i + 1, List.of(line.substring(5, line.length() - 4))));
            }
        }
        return blocks;
    }

    @Override
    public String toString() {
        return path;
    }
}
