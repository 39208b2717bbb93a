package dev.switchback.docs.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the architecture on the product, and the guards that keep them from passing on nothing. */
final class ArchitectureTest {

    static List<NamedRule> rules() {
        return Rules.all(Layout.PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProductKeepsTheRule(NamedRule rule) {
        rule.rule().check(Imported.PRODUCT);
    }

    @Test
    void theWholeProductIsLookedAt() {
        assertThat(Imported.PRODUCT.size()).isGreaterThan(250);
        assertThat(Imported.PRODUCT.stream().map(JavaClass::getPackageName))
                .noneMatch(name -> name.startsWith("dev.switchback.docs"));
    }

    @Test
    void everyPackageThatARuleNamesHoldsAClass() {
        Set<String> packages =
                Imported.PRODUCT.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(packages).containsAll(Layout.PRODUCT.named());
    }

    @Test
    void everyLibraryThatARuleNamesIsUsedSomewhere() {
        Set<String> used = Imported.PRODUCT.stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());

        assertThat(Layout.THIRD_PARTY)
                .allSatisfy(library -> assertThat(used).anyMatch(name -> (name + ".").startsWith(library + ".")));
    }

    @Test
    void everyExceptionFromARuleNamesAClassThatExists() {
        Set<String> names =
                Imported.PRODUCT.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());

        assertThat(names)
                .containsAll(HygieneRules.ENVIRONMENT_READERS)
                .containsAll(HygieneRules.PROPERTY_READERS)
                .containsAll(HygieneRules.CONNECTORS)
                .containsAll(HygieneRules.SLEEPERS)
                .containsAll(HygieneRules.CLOCK_OWNERS);
    }
}
