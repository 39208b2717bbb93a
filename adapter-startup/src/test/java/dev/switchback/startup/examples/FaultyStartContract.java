package dev.switchback.startup.examples;

import org.junit.jupiter.api.Test;

/** One of each kind of bad night, with every build: between them both engines and both databases. */
public abstract class FaultyStartContract extends EveryFaultContract {

    /**
     * For the class that names a service.
     *
     * @param name the folder of the example
     * @param mainClass what is started
     */
    protected FaultyStartContract(String name, String mainClass) {
        super(name, mainClass);
    }

    @Test
    void threeReplicasStartTogetherAndMigrateOnce() throws Exception {
        threeReplicas("liquibase", "postgresql");
    }

    @Test
    void saysThatTheDatabaseIsDownAndEnds() throws Exception {
        withoutItsServer("flyway");
    }

    @Test
    void goesOnAfterItWasKilledInTheMiddleOfAMigration() throws Exception {
        killedInTheMiddle("flyway", "postgresql");
    }
}
