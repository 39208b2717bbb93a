package dev.switchback.core.autogenerate;

import java.util.List;
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

    /** As somebody types it who wants to see it. */
    @Override
    public String toString() {
        return String.join(";\n", from) + ";\n-- rows\n" + String.join(";\n", rows) + ";\n-- becomes\n"
                + String.join(";\n", to) + ";";
    }
}
