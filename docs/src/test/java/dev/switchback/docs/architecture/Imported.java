package dev.switchback.docs.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes that rules look at, read once. */
final class Imported {

    /** What is shipped: no tests, no test-jars, and not this module. */
    static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(Layout.PRODUCT.base());

    /** Classes written to break the rules. */
    static final JavaClasses FIXTURE = new ClassFileImporter().importPackages(Layout.FIXTURE.base());

    private Imported() {}
}
