package dev.switchback.core.autogenerate;

import dev.switchback.core.domain.Dialect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Two schemas that have nothing to do with each other but the names.
 *
 * @param from the statements of the first
 * @param to the statements of the second
 * @param rows the statements that insert rows into the first
 */
record GeneratedPair(List<String> from, List<String> to, List<String> rows) {

    /** A pair that is made up; one in ten goes to nothing and comes from there. */
    static GeneratedPair of(Random random, Function<Random, GeneratedSchema> schemas) {
        GeneratedSchema from = schemas.apply(random);
        GeneratedSchema to = schemas.apply(random);
        List<String> first = from.statements();
        List<String> second = to.statements();
        boolean nothing = random.nextInt(10) == 0;
        boolean rows = random.nextBoolean();
        return new GeneratedPair(first, nothing ? List.of() : second, rows ? from.rows() : List.of());
    }

    /**
     * Those of {@code pairs.txt}, by name: each was wrong once. There, a line of {@code ====} and a name begins one, with
     * its dialects after a bar; each line is a statement.
     */
    static Map<String, GeneratedPair> known(Dialect dialect) {
        Map<String, GeneratedPair> pairs = new LinkedHashMap<>();
        for (String block : SchemaText.read("pairs.txt").text().split("(?m)^==== ", -1)) {
            String[] head = block.lines().findFirst().orElse("").split(" \\| ", 2);
            if (head.length > 1 && List.of(head[1].split(" ")).contains(SchemaText.nameOf(dialect))) {
                List<String> lines = block.lines().skip(1).toList();
                int rows = lines.indexOf("-- rows");
                int becomes = lines.indexOf("-- becomes");
                pairs.put(
                        head[0],
                        new GeneratedPair(
                                lines.subList(0, rows),
                                lines.subList(becomes + 1, lines.size()),
                                lines.subList(rows + 1, becomes)));
            }
        }
        return pairs;
    }

    /** As somebody types it who wants to see it. */
    @Override
    public String toString() {
        return String.join(";\n", from) + ";\n-- rows\n" + String.join(";\n", rows) + ";\n-- becomes\n"
                + String.join(";\n", to) + ";";
    }
}
