package dev.switchback.liquibase;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of the Liquibase on the class path, from the file it reads itself, without loading a class of it. */
final class LiquibaseVersion {

    private static final String BUILD_PROPERTIES = "/liquibase.build.properties";

    private LiquibaseVersion() {}

    /** The version; {@code unknown} if the file is not there, as in some repackaged jars. */
    static String find() {
        Properties build = new Properties();
        try (InputStream in = LiquibaseVersion.class.getResourceAsStream(BUILD_PROPERTIES)) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            // no better than a missing file: the version is only shown
            return "unknown";
        }
        return build.getProperty("build.version", "unknown");
    }
}
