package dev.switchback.liquibase;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.tck.DialectCase;
import dev.switchback.tck.H2Database;
import java.util.List;

final class H2ExportedDialectTest extends ExportedDialectContract {
    H2ExportedDialectTest() {
        super(new H2Database());
    }

    static List<DialectCase> cases() {
        return DialectCase.of(DatabaseKind.H2);
    }
}
