package dev.switchback.api.health;

/** Whether the schema fits this build of the application. For readiness probes, never for liveness. */
public enum HealthStatus {
    /** At head, or ahead of it. */
    UP,
    /** Reachable and sound, but migrations are pending. */
    PENDING,
    /** Files and history disagree. */
    INVALID,
    /** A migration failed half-way and waits for repair. */
    FAILED,
    /** The database does not answer, or the configuration is wrong. */
    UNREACHABLE
}
