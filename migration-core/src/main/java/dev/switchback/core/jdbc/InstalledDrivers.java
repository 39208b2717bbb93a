package dev.switchback.core.jdbc;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.api.model.DriverInfo;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The drivers on a class path, found as JDBC 4 says. */
public final class InstalledDrivers {

    private InstalledDrivers() {}

    /**
     * Finds them.
     *
     * @param loader the class path
     * @return the drivers, by name
     */
    public static List<DriverInfo> find(ClassLoader loader) {
        return ServiceLoader.load(Driver.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .map(driver -> new DriverInfo(driver.getClass().getName(), version(driver), database(driver)))
                .sorted(Comparator.comparing(DriverInfo::name))
                .toList();
    }

    private static String version(Driver driver) {
        return Optional.ofNullable(driver.getClass().getPackage().getImplementationVersion())
                .orElseGet(() -> driver.getMajorVersion() + "." + driver.getMinorVersion());
    }

    private static Optional<String> database(Driver driver) {
        return Arrays.stream(DatabaseKind.values())
                .filter(kind -> accepts(driver, kind.jdbcPrefix() + "//localhost/x"))
                .findFirst()
                .map(DatabaseKind::displayName);
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException e) {
            return false;
        }
    }
}
