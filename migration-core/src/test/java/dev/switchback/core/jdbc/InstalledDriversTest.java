package dev.switchback.core.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.switchback.api.model.DriverInfo;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InstalledDriversTest {

    @Test
    void areTheOnesOfTheClassPathWithTheDatabaseTheyAreFor() {
        assertThat(InstalledDrivers.find(Objects.requireNonNull(getClass().getClassLoader())))
                .filteredOn(driver -> driver.database().isPresent())
                .extracting(DriverInfo::name, driver -> driver.database().orElseThrow())
                .containsExactly(
                        tuple("org.h2.Driver", "H2"),
                        tuple("org.mariadb.jdbc.Driver", "MariaDB"),
                        tuple("org.postgresql.Driver", "PostgreSQL"),
                        tuple("org.sqlite.JDBC", "SQLite"));
    }

    @Test
    void areNoneWhereNoneIs() throws Exception {
        try (URLClassLoader empty = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader())) {
            assertThat(InstalledDrivers.find(empty)).isEmpty();
        }
    }

    @Test
    void sayTheirVersion() {
        Optional<DriverInfo> postgresql =
                InstalledDrivers.find(Objects.requireNonNull(getClass().getClassLoader())).stream()
                        .filter(driver -> driver.name().equals("org.postgresql.Driver"))
                        .findFirst();
        assertThat(postgresql.orElseThrow().version()).matches("[0-9]+\\.[0-9].*");
    }
}
