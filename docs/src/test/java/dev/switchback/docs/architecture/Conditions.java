package dev.switchback.docs.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Conditions that ArchUnit does not bring. */
final class Conditions {

    private Conditions() {}

    /** Parameters, results and declared exceptions, with their type arguments, come from these packages. */
    static ArchCondition<JavaCodeUnit> mentionOnly(String... prefixes) {
        return condition(
                "mention only " + List.of(prefixes),
                unit -> foreign(unit, prefixes).isEmpty());
    }

    private static Set<String> foreign(JavaCodeUnit unit, String... prefixes) {
        Set<JavaClass> mentioned = new HashSet<>(unit.getReturnType().getAllInvolvedRawTypes());
        for (JavaType parameter : unit.getParameterTypes()) {
            mentioned.addAll(parameter.getAllInvolvedRawTypes());
        }
        mentioned.addAll(unit.getExceptionTypes());
        Set<String> names = new HashSet<>();
        for (JavaClass type : mentioned) {
            String name = type.getBaseComponentType().getName();
            if (!type.getBaseComponentType().isPrimitive()
                    && Stream.of(prefixes).noneMatch(name::startsWith)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Records, enums, interfaces, or final classes whose fields are all final. */
    static ArchCondition<JavaClass> bePlainData() {
        return condition(
                "be plain data",
                type -> type.isRecord()
                        || type.isEnum()
                        || type.isInterface()
                        || (type.getModifiers().contains(JavaModifier.FINAL) && allFieldsFinal(type)));
    }

    private static boolean allFieldsFinal(JavaClass type) {
        return type.getFields().stream().map(JavaField::getModifiers).allMatch(m -> m.contains(JavaModifier.FINAL));
    }

    /** The root of the errors is sealed, what is below it is final. */
    static ArchCondition<JavaClass> beASealedRoot(String root) {
        return condition(
                "be sealed or final",
                type -> type.getName().equals(root)
                        ? type.reflect().isSealed()
                        : type.getModifiers().contains(JavaModifier.FINAL));
    }

    /** The ports that a class implements, directly or through its superclasses; a listener is a callback, no port. */
    static List<String> portsOf(JavaClass type, Layout layout) {
        return type.getAllRawInterfaces().stream()
                .filter(i -> i.getPackageName().equals(layout.core("port")))
                .filter(i -> i.isTopLevelClass() && !i.getSimpleName().endsWith("Listener"))
                .map(JavaClass::getSimpleName)
                .toList();
    }

    static ArchCondition<JavaClass> endInTheNameOfAPort(Layout layout) {
        return condition(
                "end in the name of the port",
                type -> portsOf(type, layout).stream().anyMatch(type.getSimpleName()::endsWith));
    }

    static <T extends com.tngtech.archunit.core.domain.properties.HasName.AndFullName> ArchCondition<T> condition(
            String description, Predicate<T> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        item, holds.test(item), item.getFullName() + " should " + description));
            }
        };
    }
}
