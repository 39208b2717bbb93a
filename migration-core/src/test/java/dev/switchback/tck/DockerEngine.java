package dev.switchback.tck;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** Whether containers can be had. */
final class DockerEngine {
    private DockerEngine() {}

    /** A cheap look first: Testcontainers' own search takes a second and logs an error where nothing is. */
    static boolean answers() {
        boolean hint = System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".testcontainers.properties"));
        return hint && DockerClientFactory.instance().isDockerAvailable();
    }
}
