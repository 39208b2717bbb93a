package dev.switchback.flyway;

import dev.switchback.tck.ReplicaContract;

final class FlywayReplicaContractTest extends ReplicaContract {
    FlywayReplicaContractTest() {
        super(new FlywayEngineProvider());
    }
}
