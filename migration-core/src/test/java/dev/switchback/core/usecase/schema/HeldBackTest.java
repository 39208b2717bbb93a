package dev.switchback.core.usecase.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.SchemaDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would lose rows is kept and listed, unless that is allowed. */
final class HeldBackTest {

    private static final DatabaseSchema OLD =
            Sketch.schema("book: id integer!, title text!, pages integer", "loan: id integer!");
    private static final DatabaseSchema NEW = Sketch.schema("book: id integer!");

    @TempDir
    private Path folder;

    @Test
    void keepsTablesAndColumnsAndSaysWhich() {
        HeldBack held = HeldBack.of(OLD, NEW, name -> true);

        assertThat(held.names()).containsExactly("column book.title", "column book.pages", "table loan");
        assertThat(held.schema().table(ObjectName.of("loan"))).isEqualTo(OLD.table(ObjectName.of("loan")));
    }

    @Test
    void letsAColumnBeNullThatNobodyGivesAValueAnyMore() {
        HeldBack held = HeldBack.of(OLD, NEW, name -> true);

        assertThat(held.schema().table(ObjectName.of("book")).orElseThrow().column("title"))
                .hasValueSatisfying(column -> assertThat(column.nullable()).isTrue());
        assertThat(SchemaWords.of(SchemaDiff.between(OLD, held.schema())))
                .extracting(Object::toString)
                .containsExactly("column book.title: may be null");
    }

    @Test
    void keepsOnlyWhatItIsToldTo() {
        assertThat(HeldBack.of(OLD, NEW, "table loan"::equals).names()).containsExactly("table loan");
    }

    @Test
    void listsWhatIsKeptInAFileAndRemovesItWhenNothingIs() throws IOException {
        PendingDrops drops = new PendingDrops(List.of(folder));
        assertThat(drops.read()).isEmpty();

        assertThat(drops.write(List.of("table loan", "column book.title"))).contains(folder.resolve("pending-drops"));
        assertThat(drops.read()).containsExactly("column book.title", "table loan");
        assertThat(drops.write(List.of("column book.title", "table loan"))).isEmpty();

        drops.write(List.of());
        assertThat(folder.resolve("pending-drops")).doesNotExist();
    }

    @Test
    void listsANameOverTwoLinesOnOne() throws IOException {
        PendingDrops drops = new PendingDrops(List.of(folder));
        List<String> names = List.of("column keep.co\nl", "table back\\slash\r", "table  blank ", "table #");

        assertThat(drops.write(names)).isPresent();

        assertThat(drops.read()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(drops.write(names)).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("pending-drops"))).hasSize(6);
    }

    @Test
    void refusesAListThatIsNotText() throws IOException {
        Files.write(folder.resolve("pending-drops"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> new PendingDrops(List.of(folder)).read()).hasMessageContaining("pending-drops");
    }
}
