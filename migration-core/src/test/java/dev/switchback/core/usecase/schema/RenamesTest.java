package dev.switchback.core.usecase.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.api.error.InvalidRequestException;
import dev.switchback.api.schema.Rename;
import dev.switchback.api.schema.RenameDecision;
import dev.switchback.core.domain.schema.DatabaseSchema;
import dev.switchback.core.domain.schema.ObjectName;
import dev.switchback.core.domain.schema.Renames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was renamed is named or asked, never guessed. */
final class RenamesTest {

    private static final DatabaseSchema OLD =
            Sketch.schema("book: id integer!, title text, pages integer", "borrower: id integer!, name text");
    private static final DatabaseSchema NEW =
            Sketch.schema("book: id integer!, name text, pages integer", "patron: id integer!, name text");

    private static Renames given(String... texts) {
        return given(OLD, NEW, texts);
    }

    private static Renames given(DatabaseSchema from, DatabaseSchema to, String... texts) {
        return GivenRenames.of(
                List.of(texts).stream()
                        .map(text -> Rename.parse(text).orElseThrow())
                        .toList(),
                from,
                to);
    }

    @Test
    void findsWhatWasNamedWithoutRegardToCase() {
        Renames renames = given("BORROWER:Patron", "book.TITLE:name");

        assertThat(renames.tables()).isEqualTo(Map.of(ObjectName.of("borrower"), ObjectName.of("patron")));
        assertThat(renames.columns()).isEqualTo(Map.of(ObjectName.of("book"), Map.of("title", "name")));
    }

    @Test
    void findsNamesWithDotsInThem() {
        DatabaseSchema from =
                Sketch.schema("a.b: id integer!, x text", "t: id integer!, x.y text, z text", "b: b text");
        DatabaseSchema to = Sketch.schema("a.c: id integer!, w text", "t: id integer!, q.r text, z text", "b: c text");
        ObjectName after = ObjectName.of("a.c");

        for (String text : List.of("a.b:a.c", "A.B:A.C")) {
            assertThat(given(from, to, text).tables()).isEqualTo(Map.of(ObjectName.of("a.b"), after));
        }
        assertThat(given(from, to, "a.b:a.c", "a.b.x:w").columns()).isEqualTo(Map.of(after, Map.of("x", "w")));
        assertThat(given(from, to, "a.b:a.c", "a.c.x:a.c.w").columns()).isEqualTo(Map.of(after, Map.of("x", "w")));
        assertThat(given(from, to, "t.x.y:q.r", "b.b:b.c").columns())
                .isEqualTo(Map.of(
                        ObjectName.of("t"), Map.of("x.y", "q.r"),
                        ObjectName.of("b"), Map.of("b", "c")));
        assertThatThrownBy(() -> given(from, to, "a.d:a.e")).hasMessageContaining("there is no table a to rename");
    }

    @Test
    void takesWhatItAdvisesItselfForNamesWithDots() {
        DatabaseSchema from = Sketch.schema("a.b: id integer!, x text");
        DatabaseSchema to = Sketch.schema("a.c: id integer!, x text");

        Renames likely = LikelyRenames.decide(from, to, Renames.none(), asked -> {
            assertThat(given(from, to, asked.toString()).tables()).hasSize(1);
            return Optional.of(true);
        });

        assertThat(likely.tables()).hasSize(1);
    }

    @Test
    void readsNamesInQuotesThatHaveAnythingInThem() {
        DatabaseSchema from = Sketch.schema("a:b: id integer!, x:y text", "say \"x\": id integer!, n text");
        DatabaseSchema to = Sketch.schema("a:c: id integer!, x.z text", "say \"y\": id integer!, n:n text");
        ObjectName after = ObjectName.of("a:c");

        assertThat(given(from, to, "\"a:b\":\"a:c\"").tables()).isEqualTo(Map.of(ObjectName.of("a:b"), after));
        for (String text : List.of("\"A:B\".\"x:y\":x.z", "\"a:c\".\"x:y\":\"a:c\".\"x.z\"")) {
            assertThat(given(from, to, "\"a:b\":\"a:c\"", text).columns())
                    .isEqualTo(Map.of(after, Map.of("x:y", "x.z")));
        }
        assertThat(given(from, to, "\"say \"\"x\"\"\":\"say \"\"y\"\"\"").tables())
                .hasSize(1);
        assertThat(Rename.parse("a:b:c")).isEmpty();
        assertThat(Rename.parse("\"a:b\"")).isEmpty();
    }

    @Test
    void advisesWhatAShellAndItselfReadAsItWasMeant() {
        for (Rename rename : List.of(
                new Rename("a:b", Optional.empty(), "c"),
                new Rename("t", Optional.of("a:b"), "a.b"),
                new Rename("my \"own\" one", Optional.of("it's"), " blank"),
                new Rename("grün", Optional.empty(), "blau"))) {
            assertThat(Rename.parse(rename.toString())).hasValue(rename);
        }
        assertThat(new RenameOption(new Rename("grün", Optional.empty(), "blau")))
                .hasToString("--rename grün:blau");
        assertThat(new RenameOption(new Rename("it's", Optional.of("a:b"), "c")))
                .hasToString("--rename 'it'\\''s.\"a:b\":c'");
    }

    @Test
    void refusesARenameOfWhatIsNotThereOrNotWanted() {
        assertThatThrownBy(() -> given("author:writer")).hasMessageContaining("there is no table author");
        assertThatThrownBy(() -> given("borrower:member")).hasMessageContaining("has no table member");
        assertThatThrownBy(() -> given("book.isbn:name")).hasMessageContaining("there is no column book.isbn");
        assertThatThrownBy(() -> given("book.title:headline")).hasMessageContaining("has no column book.headline");
        assertThatThrownBy(() -> given("book:patron")).hasMessageContaining("still has table book");
        assertThatThrownBy(() -> given("book.pages:name")).hasMessageContaining("still has column book.pages");
    }

    @Test
    void refusesWhatLooksLikeARenameAndIsNotDecided() {
        assertThatThrownBy(() -> LikelyRenames.decide(OLD, NEW, Renames.none(), RenameDecision.UNDECIDED))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> {
                    assertThat(e).hasMessageContainingAll("borrower:patron", "book.title:name");
                    assertThat(e.nextStep())
                            .contains("--rename borrower:patron --rename book.title:name", "--no-renames");
                });
    }

    @Test
    void asksOnlyAboutWhatWasNotNamed() {
        List<Rename> asked = new ArrayList<>();

        Renames renames = LikelyRenames.decide(OLD, NEW, given("borrower:patron"), likely -> {
            asked.add(likely);
            return Optional.of(true);
        });

        assertThat(asked).containsExactly(new Rename("book", Optional.of("title"), "name"));
        assertThat(renames.columns()).isEqualTo(Map.of(ObjectName.of("book"), Map.of("title", "name")));
    }

    @Test
    void takesNoForAnAnswer() {
        Renames renames = LikelyRenames.decide(OLD, NEW, Renames.none(), likely -> Optional.of(false));

        assertThat(renames).isEqualTo(Renames.none());
    }

    @Test
    void doesNotAskAboutColumnsOfAnotherTypeOrTablesWithoutLikeness() {
        DatabaseSchema from = Sketch.schema("a: id integer!, x text", "b: one text, two text");
        DatabaseSchema to = Sketch.schema("a: id integer!, y integer", "c: three integer, four integer");

        assertThat(LikelyRenames.decide(from, to, Renames.none(), RenameDecision.UNDECIDED))
                .isEqualTo(Renames.none());
    }

    @Test
    void asksAboutAColumnThatIsLongerNowAfterOneOfTheSameLength() {
        DatabaseSchema from = Sketch.schema("a: id integer!, name varchar(100)");
        DatabaseSchema to = Sketch.schema("a: id integer!, longer varchar(120), same varchar(100), other text");
        List<String> asked = new ArrayList<>();

        LikelyRenames.decide(from, to, Renames.none(), likely -> {
            asked.add(likely.to());
            return Optional.of(false);
        });

        assertThat(asked).containsExactly("same", "longer");
    }

    @Test
    void looksForRenamedColumnsInARenamedTable() {
        DatabaseSchema from = Sketch.schema("a: id integer!, x text, z blob");
        DatabaseSchema to = Sketch.schema("b: id integer!, y text, z blob");

        Renames renames = LikelyRenames.decide(from, to, Renames.none(), likely -> Optional.of(true));

        assertThat(renames.columns()).isEqualTo(Map.of(ObjectName.of("b"), Map.of("x", "y")));
        assertThat(renames.inverse().columns()).isEqualTo(Map.of(ObjectName.of("a"), Map.of("y", "x")));
    }
}
