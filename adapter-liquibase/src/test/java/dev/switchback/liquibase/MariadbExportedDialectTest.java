package dev.switchback.liquibase;

import dev.switchback.tck.DialectCase;
import dev.switchback.tck.MariadbDatabase;
import java.util.List;

final class MariadbExportedDialectTest extends ExportedDialectContract {
    MariadbExportedDialectTest() {
        super(new MariadbDatabase());
    }

    static List<DialectCase> cases() {
        return DialectCase.of(new MariadbDatabase().kind());
    }
}
