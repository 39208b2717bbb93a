package dev.switchback.docs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.switchback.docs.architecture.Layout.in;

import java.util.List;
import java.util.stream.Stream;

/** Who may know whom. Allow-lists where possible: what is not named is forbidden. */
final class DependencyRules {

    private static final String[] JDK = {"java..", "javax.sql..", "org.jspecify.annotations.."};
    private static final String[] INJECT = {"dagger..", "jakarta.inject..", "javax.inject.."};

    private static final String[] FRAMEWORKS = {"org.springframework..", "io.micrometer..", "org.eclipse.microprofile.."
    };

    private DependencyRules() {}

    static List<NamedRule> all(Layout l) {
        return Stream.of(modules(l), core(l), libraries(l), List.of(noCycles(l)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<NamedRule> modules(Layout l) {
        String[] enginePorts = {in(l.api()), in(l.core("port")), in(l.core("domain")), in(l.core("sql"))};
        return List.of(
                only("the API needs only the JDK", "ApiThatLogs", l.api(), JDK),
                only(
                        "the Flyway adapter sees the API, the ports and Flyway",
                        "FlywayThatWires",
                        l.flyway(),
                        with(with(JDK, enginePorts), "org.flywaydb..")),
                only(
                        "the Liquibase adapter sees the API, the ports, Liquibase and what reads its formats",
                        "LiquibaseThatPeeks",
                        l.liquibase(),
                        with(with(JDK, enginePorts), "liquibase..", "javax.xml..", "org.yaml.snakeyaml..")),
                only(
                        "the CLI sees the API only",
                        "CliThatKnowsTheCore",
                        l.cli(),
                        with(with(JDK, INJECT), in(l.api()), "picocli..", "com.fasterxml.jackson.jr..")),
                only(
                        "startup sees the API only",
                        "StartupThatKnowsAnEngine",
                        l.startup(),
                        with(
                                with(JDK, FRAMEWORKS),
                                in(l.api()),
                                "org.slf4j..",
                                "jdk.jfr..",
                                "com.sun.net.httpserver..")));
    }

    private static List<NamedRule> core(Layout l) {
        String api = in(l.api());
        String domain = in(l.core("domain"));
        String port = in(l.core("port"));
        String sql = in(l.core("sql"));
        return List.of(
                only(
                        "the core needs only the API, the pool, one driver and, to wire itself, Dagger",
                        "CoreThatLogs",
                        l.core(),
                        with(with(JDK, INJECT), api, "com.zaxxer.hikari..", "org.postgresql..", "javax.net.ssl..")),
                only("the SQL splitter stands alone", "SqlThatPlans", l.core("sql"), with(JDK, api)),
                only("the domain knows no port", "DomainThatReads", l.core("domain"), with(JDK, api, sql)),
                new NamedRule(
                        "the domain and the splitter touch no database",
                        "DomainThatConnects",
                        noClasses()
                                .that()
                                .resideInAnyPackage(domain, sql)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("java.sql..", "javax.sql..", "java.net..")),
                only("ports know the domain only", "PortOfAnAdapter", l.core("port"), with(JDK, api, domain, sql)),
                only(
                        "use cases know ports, not what is behind them",
                        "UseCaseThatWires",
                        l.core("usecase"),
                        with(JDK, api, domain, port, sql)),
                only(
                        "the SQL folder source knows ports, not use cases",
                        "SourceThatUpgrades",
                        l.core("source"),
                        with(JDK, api, domain, port, sql)),
                only("redaction knows its port only", "RedactionThatPlans", l.core("redaction"), with(JDK, api, port)),
                only(
                        "the JDBC side knows ports, not use cases",
                        "JdbcThatPlans",
                        l.core("jdbc"),
                        with(
                                JDK,
                                api,
                                domain,
                                port,
                                sql,
                                "com.zaxxer.hikari..",
                                "org.postgresql..",
                                "javax.net.ssl..")));
    }

    private static List<NamedRule> libraries(Layout l) {
        return List.of(
                onlyIn(
                        "Flyway is known to its adapter only",
                        "CliWithFlyway",
                        l,
                        List.of(l.flyway()),
                        "org.flywaydb.."),
                onlyIn(
                        "Liquibase is known to its adapter only",
                        "JdbcWithLiquibase",
                        l,
                        List.of(l.liquibase()),
                        "liquibase.."),
                new NamedRule(
                        "one class enters Liquibase's scope",
                        "LiquibaseThatScopes",
                        noClasses()
                                .that()
                                .resideInAPackage(in(l.liquibase()))
                                .and()
                                .doNotHaveSimpleName("LiquibaseScopes")
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("liquibase.Scope")),
                onlyIn(
                        "picocli and Jackson are known to the CLI only",
                        "StartupWithOptions",
                        l,
                        List.of(l.cli()),
                        "picocli..",
                        "com.fasterxml.jackson.."),
                onlyIn(
                        "Dagger is known to the two composition roots only",
                        "FlywayWithDagger",
                        l,
                        List.of(l.core("wiring"), l.cli()),
                        INJECT),
                onlyIn(
                        "the pool is known to the JDBC side only",
                        "StartupWithPool",
                        l,
                        List.of(l.core("jdbc")),
                        "com.zaxxer.."),
                onlyIn("only startup logs", "ApiThatLogs", l, List.of(l.startup()), "org.slf4j.."),
                onlyIn(
                        "only startup records flights and answers probes",
                        "UseCaseThatServes",
                        l,
                        List.of(l.startup()),
                        "jdk.jfr..",
                        "com.sun.net.httpserver.."),
                onlyIn(
                        "Spring and Micrometer are known to one package only",
                        "StartupWithSpring",
                        l,
                        List.of(l.startup("spring")),
                        "org.springframework..",
                        "io.micrometer.."),
                onlyIn(
                        "MicroProfile is known to one package only",
                        "StartupWithMicroProfile",
                        l,
                        List.of(l.startup("microprofile")),
                        "org.eclipse.microprofile.."),
                new NamedRule(
                        "one class names a driver, and it is optional",
                        "JdbcWithDriver",
                        noClasses()
                                .that()
                                .resideInAPackage(in(l.base()))
                                .and()
                                .doNotHaveFullyQualifiedName(l.core("jdbc") + ".PostgresqlCopy")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.sqlite..", "org.h2..", "org.postgresql..", "org.mariadb..")));
    }

    private static NamedRule noCycles(Layout l) {
        return new NamedRule(
                "packages have no cycles",
                "CycleThere",
                slices().assignedFrom(new PackageSlices(l)).should().beFreeOfCycles());
    }

    /** Classes of a package depend on it and on what is listed, on nothing else. */
    private static NamedRule only(String name, String culprit, String subject, String[] allowed) {
        return new NamedRule(
                name,
                culprit,
                classes()
                        .that()
                        .resideInAPackage(in(subject))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(with(allowed, in(subject))));
    }

    /** A library is used in the packages listed and nowhere else. */
    private static NamedRule onlyIn(String name, String culprit, Layout l, List<String> homes, String... library) {
        return new NamedRule(
                name,
                culprit,
                noClasses()
                        .that()
                        .resideInAPackage(in(l.base()))
                        .and()
                        .resideOutsideOfPackages(homes.stream().map(Layout::in).toArray(String[]::new))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(library));
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
