package dev.switchback.liquibase;

import dev.switchback.tck.ReplicaContract;

final class LiquibaseReplicaContractTest extends ReplicaContract {
    LiquibaseReplicaContractTest() {
        super(new LiquibaseEngineProvider());
    }
}
