package dev.switchback.docs.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * One slice per package. The entry point and {@code api.spi} are one: the first finds the core through the second, which
 * hands out what the first promises.
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
        return SliceIdentifier.of(name.equals(layout.api() + ".spi") ? layout.api() : name);
    }

    @Override
    public String getDescription() {
        return "packages below " + layout.base();
    }
}
