package dev.switchback.docs.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static dev.switchback.docs.architecture.Conditions.beASealedRoot;
import static dev.switchback.docs.architecture.Conditions.bePlainData;
import static dev.switchback.docs.architecture.Conditions.endInTheNameOfAPort;
import static dev.switchback.docs.architecture.Conditions.mentionOnly;
import static dev.switchback.docs.architecture.Layout.in;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;

/** What kinds of class live where, and what they are called. */
final class ShapeRules {

    private static final DescribedPredicate<JavaClass> CONCRETE = describe(
            "concrete",
            c -> !c.isInterface()
                    && !c.isRecord()
                    && !c.isEnum()
                    && !c.getModifiers().contains(JavaModifier.ABSTRACT)
                    && !c.isAnonymousClass());

    private static final DescribedPredicate<JavaClass> MADE_BY_THE_COMPILER = describe(
            "made by the compiler",
            c -> c.isAnonymousClass() || c.getModifiers().contains(JavaModifier.SYNTHETIC));

    private ShapeRules() {}

    static List<NamedRule> all(Layout l) {
        DescribedPredicate<JavaClass> generated = describe(
                "generated", c -> c.getName().contains(".Dagger") || c.getName().contains("_"));
        return List.of(
                new NamedRule(
                        "an engine adapter shows its provider and nothing else",
                        "PublicStore",
                        classes()
                                .that()
                                .resideInAnyPackage(in(l.flyway()), in(l.liquibase()))
                                .and()
                                .arePublic()
                                .and()
                                .areTopLevelClasses()
                                .should()
                                .haveSimpleNameEndingWith("EngineProvider")),
                new NamedRule(
                        "startup shows its entry and its results and nothing else",
                        "StartupThatKnowsAnEngine",
                        classes()
                                .that()
                                .resideInAPackage(in(l.startup()))
                                .and()
                                .arePublic()
                                .and()
                                .areTopLevelClasses()
                                .should()
                                .haveSimpleName("MigrateOnStartup")
                                .orShould()
                                .haveSimpleName("StartupResult")
                                .orShould()
                                .haveSimpleName("StartedDatabase")
                                .orShould()
                                .haveSimpleName("MigrationsReadiness")),
                new NamedRule(
                        "concrete classes are final",
                        "NotFinal",
                        classes()
                                .that()
                                .resideInAPackage(in(l.base()))
                                .and(CONCRETE)
                                .and(DescribedPredicate.not(generated))
                                .should()
                                .haveModifier(JavaModifier.FINAL)),
                new NamedRule(
                        "a port is an interface, a record, an enum or an exception",
                        "PortWithCode",
                        classes()
                                .that()
                                .resideInAnyPackage(in(l.core("port")), in(l.api() + ".spi"))
                                .and(describe(
                                        "no package-info",
                                        c -> !c.getSimpleName().equals("package-info")))
                                .should()
                                .beInterfaces()
                                .orShould()
                                .beRecords()
                                .orShould()
                                .beEnums()
                                .orShould()
                                .beAssignableTo(Exception.class)),
                new NamedRule(
                        "what implements a port is named after it",
                        "FlywayRows",
                        classes()
                                .that(describe(
                                        "implement a port",
                                        c -> c.isTopLevelClass()
                                                && !c.getModifiers().contains(JavaModifier.ABSTRACT)
                                                && !Conditions.portsOf(c, l).isEmpty()))
                                .should(endInTheNameOfAPort(l))),
                new NamedRule(
                        "public signatures mention only the JDK and Switchback",
                        "ApiThatLeaks",
                        codeUnits()
                                .that()
                                .arePublic()
                                .and()
                                .areDeclaredInClassesThat()
                                .resideInAnyPackage(
                                        in(l.api()),
                                        in(l.startup()),
                                        in(l.core("port")),
                                        in(l.core("domain")),
                                        in(l.core("sql")))
                                .and()
                                .areDeclaredInClassesThat()
                                // what a framework calls
                                .resideOutsideOfPackages(in(l.startup("spring")), in(l.startup("microprofile")))
                                .should(mentionOnly("java.", "javax.sql.", l.base() + "."))),
                new NamedRule(
                        "the model, the events and the health are plain data",
                        "MutableModel",
                        classes()
                                .that()
                                .resideInAnyPackage(
                                        in(l.api() + ".model"), in(l.api() + ".event"), in(l.api() + ".health"))
                                .and(DescribedPredicate.not(MADE_BY_THE_COMPILER))
                                .should(bePlainData())),
                new NamedRule(
                        "the errors are one sealed family",
                        "StrayException",
                        classes()
                                .that()
                                .areAssignableTo(l.error() + ".SwitchbackException")
                                .should()
                                .resideInAPackage(l.error())
                                .andShould(beASealedRoot(l.error() + ".SwitchbackException"))),
                new NamedRule(
                        "nobody throws a nameless exception",
                        "ThrowsAnything",
                        noClasses()
                                .that()
                                .resideInAPackage(in(l.base()))
                                .should()
                                .callConstructorWhere(describe(
                                        "of Exception, RuntimeException, Error or Throwable",
                                        call -> List.of("Exception", "RuntimeException", "Error", "Throwable")
                                                        .contains(call.getTargetOwner()
                                                                .getSimpleName())
                                                && call.getTargetOwner()
                                                        .getPackageName()
                                                        .equals("java.lang")
                                                && !call.getOriginOwner().isAssignableTo(Throwable.class)))),
                new NamedRule(
                        "nobody declares a nameless exception",
                        "DeclaresAnything",
                        noCodeUnits()
                                .that()
                                .areDeclaredInClassesThat()
                                .resideInAPackage(in(l.base()))
                                .and()
                                .areDeclaredInClassesThat()
                                // Liquibase's own scope runs what throws Exception
                                .resideOutsideOfPackage(in(l.liquibase()))
                                .should()
                                .declareThrowableOfType(Exception.class)
                                .orShould()
                                .declareThrowableOfType(Throwable.class)),
                new NamedRule(
                        "names say what a class is",
                        "StringUtil",
                        noClasses()
                                .that()
                                .resideInAPackage(in(l.base()))
                                .and()
                                .haveSimpleNameNotEndingWith("MigrationManager")
                                .and(DescribedPredicate.not(generated))
                                .should()
                                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager)$")));
    }
}
