package dev.switchback.docs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.switchback.docs.architecture.Layout.in;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** No hidden state, no hidden input, no hidden output. */
final class HygieneRules {

    /** The places that may do what nobody else may, by simple name. */
    static final List<String> ENVIRONMENT_READERS = List.of("SystemEnvironment", "SettingsLoader");

    static final List<String> PROPERTY_READERS = List.of("SystemEnvironment", "H2UrlParser", "MigrationLocks");

    static final List<String> CONNECTORS = List.of("UrlConnections");
    static final List<String> SLEEPERS =
            List.of("Polling", "UrlConnections", "Retries", "WaitingConnections", "JdbcAftermath", "WaitCommand");
    static final List<String> CLOCK_OWNERS = List.of("Switchback", "Builder");

    private HygieneRules() {}

    static List<NamedRule> all(Layout l) {
        return List.of(
                new NamedRule(
                        "static fields are final",
                        "StaticState",
                        fields().that()
                                .areDeclaredInClassesThat()
                                .resideInAPackage(in(l.base()))
                                .and()
                                .areStatic()
                                .should()
                                .beFinal()),
                new NamedRule("only the CLI prints", "ApiThatPrints", prints(l)),
                new NamedRule(
                        "only the CLI ends the process",
                        "CoreThatExits",
                        calls(l, List.of(l.cli()), List.of(), call("java.lang.System.exit", "java.lang.Runtime.halt"))),
                new NamedRule(
                        "the environment is read in two places",
                        "ReadsEnvironment",
                        calls(l, List.of(), ENVIRONMENT_READERS, call("java.lang.System.getenv"))),
                new NamedRule(
                        "system properties are read in named places",
                        "ReadsProperty",
                        calls(l, List.of(), PROPERTY_READERS, call("java.lang.System.getProperty"))),
                new NamedRule(
                        "one class connects through DriverManager",
                        "JdbcWithManager",
                        outside(l, CONNECTORS).should().dependOnClassesThat().areAssignableTo(DriverManager.class)),
                new NamedRule(
                        "nobody looks at the clock behind the caller's back",
                        "LooksAtTheClock",
                        calls(
                                l,
                                List.of(),
                                CLOCK_OWNERS,
                                noArgumentNow()
                                        .or(call(
                                                "java.lang.System.currentTimeMillis",
                                                Clock.class.getName() + ".systemUTC",
                                                Clock.class.getName() + ".systemDefaultZone")))),
                new NamedRule(
                        "a few named classes sleep",
                        "Sleeps",
                        calls(l, List.of(), SLEEPERS, call("java.lang.Thread.sleep"))),
                new NamedRule(
                        "every package is null-marked",
                        "CycleThere",
                        classes()
                                .that()
                                .resideInAPackage(in(l.base()))
                                .should(Conditions.condition(
                                        "be in a null-marked package",
                                        (JavaClass c) -> c.getPackage().isAnnotatedWith(NullMarked.class)))));
    }

    private static ArchRule prints(Layout l) {
        return noClasses()
                .that()
                .resideInAPackage(in(l.base()))
                .and()
                .resideOutsideOfPackage(in(l.cli()))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace");
    }

    private static ArchRule calls(
            Layout l, List<String> homes, List<String> except, DescribedPredicate<JavaMethodCall> forbidden) {
        return outside(l, except)
                .and()
                .resideOutsideOfPackages(homes.stream().map(Layout::in).toArray(String[]::new))
                .should()
                .callMethodWhere(forbidden);
    }

    private static com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction outside(
            Layout l, List<String> except) {
        return noClasses()
                .that()
                .resideInAPackage(in(l.base()))
                .and(DescribedPredicate.describe(
                        "are not " + except, (JavaClass c) -> !except.contains(c.getSimpleName())));
    }

    private static DescribedPredicate<JavaMethodCall> call(String... methods) {
        List<String> names = List.of(methods);
        return DescribedPredicate.describe(
                "one of " + names, c -> names.contains(c.getTargetOwner().getName() + "." + c.getName()));
    }

    private static DescribedPredicate<JavaMethodCall> noArgumentNow() {
        return DescribedPredicate.describe(
                "now() without a clock",
                c -> c.getTargetOwner().getPackageName().equals("java.time")
                        && c.getName().equals("now")
                        && c.getTarget().getRawParameterTypes().isEmpty());
    }
}
