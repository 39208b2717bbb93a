package dev.switchback.docs.architecture;

import java.util.List;
import java.util.stream.Stream;

/** All rules, for one layout. */
final class Rules {

    private Rules() {}

    static List<NamedRule> all(Layout layout) {
        return Stream.of(DependencyRules.all(layout), ShapeRules.all(layout), HygieneRules.all(layout))
                .flatMap(List::stream)
                .toList();
    }
}
