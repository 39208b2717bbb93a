package dev.switchback.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.api.config.IntegrityPolicy;
import dev.switchback.api.model.Problem;
import dev.switchback.core.sql.PlaceholderText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeReaderTest {
    private static final SourceOptions OPTIONS =
            new SourceOptions(IntegrityPolicy.REQUIRE_IF_PRESENT, false, PlaceholderText.of(Map.of()));

    private final Findings findings = new Findings();
    private final MemoryTree tree = new MemoryTree();

    @Test
    void readsEachOfAThousandFilesOnce() throws IOException {
        IntStream.rangeClosed(1, 1_000).forEach(i -> {
            tree.files.put("V" + i + "__step.sql", "select 1;");
            tree.files.put("V" + i + "__step.sql.conf", "executeInTransaction=false");
        });
        tree.files.put(MigrationsSum.FILE_NAME, SumFile.render(new TreeMap<>()));
        tree.files.put(IgnoreRules.FILE_NAME, "*.md");
        tree.files.put("readme.md", "is not even opened");
        assertThat(new TreeReader(tree, OPTIONS, findings).read()).hasSize(1_000);
        assertThat(tree.reads.values()).containsOnly(1);
        assertThat(tree.reads).hasSize(2_002).doesNotContainKey("readme.md");
        assertThat(findings.problems()).hasSize(2_000).allMatch(p -> p.kind() == Problem.Kind.SUM_MISMATCH);
    }

    @Test
    void reportsAFileThatCannotBeRead() throws IOException {
        tree.files.put("V1__a.sql", "select 1;");
        tree.files.put("V2__b.sql", "denied");
        TreeReader reader = new TreeReader(tree, OPTIONS, findings);
        assertThat(reader.read()).hasSize(1);
        assertThat(reader.isComplete()).isFalse();
        assertThat(findings.problems())
                .extracting(Problem::message)
                .containsExactly("memory/V2__b.sql cannot be read: permission denied");
    }

    @Test
    void reportsAManifestOrIgnoreFileThatCannotBeRead() throws IOException {
        tree.files.put(MigrationsSum.FILE_NAME, "denied");
        tree.files.put(IgnoreRules.FILE_NAME, "denied");
        new TreeReader(tree, OPTIONS, findings).read();
        assertThat(findings.problems()).hasSize(2);
    }

    /** Files in memory, counting how often each is read. */
    private static final class MemoryTree implements FileTree {
        private final Map<String, String> files = new TreeMap<>();
        private final Map<String, Integer> reads = new HashMap<>();

        @Override
        public String name() {
            return "memory";
        }

        @Override
        public boolean isWritable() {
            return true;
        }

        @Override
        public List<TreeEntry> list(IgnoreRules ignored) {
            List<TreeEntry> entries = new ArrayList<>();
            files.keySet().forEach(path -> entries.add(new TreeEntry(path, TreeEntry.Type.FILE)));
            return entries;
        }

        @Override
        public byte[] read(String path) throws IOException {
            String text = files.get(path);
            if (text == null) {
                throw new NoSuchFileException(path);
            }
            if (text.equals("denied")) {
                throw new AccessDeniedException(path);
            }
            reads.merge(path, 1, Integer::sum);
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /** Does nothing: there is nothing to close. */
        @Override
        public void close() {}
    }
}
