package dev.switchback.docs.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * One slice per package, but for two pairs that are one each: the entry point and {@code api.spi}, because the first
 * finds the core through the second, which hands out what the first promises; and {@code api.model} with
 * {@code api.error}, because errors carry values, and a value refuses bad text with an error.
 */
final class PackageSlices implements SliceAssignment {

    private final Layout layout;

    PackageSlices(Layout layout) {
        this.layout = layout;
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(layout.base() + ".")) {
            return SliceIdentifier.ignore();
        }
        if (name.equals(layout.api() + ".spi")) {
            return SliceIdentifier.of(layout.api());
        }
        return SliceIdentifier.of(name.equals(layout.error()) ? layout.api() + ".model" : name);
    }

    @Override
    public String getDescription() {
        return "packages below " + layout.base();
    }
}
