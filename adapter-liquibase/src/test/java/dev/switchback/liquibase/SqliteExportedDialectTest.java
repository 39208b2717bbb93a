package dev.switchback.liquibase;

import dev.switchback.api.config.DatabaseKind;
import dev.switchback.tck.DialectCase;
import dev.switchback.tck.SqliteDatabase;
import java.util.List;

final class SqliteExportedDialectTest extends ExportedDialectContract {
    SqliteExportedDialectTest() {
        super(new SqliteDatabase());
    }

    static List<DialectCase> cases() {
        return DialectCase.of(DatabaseKind.SQLITE);
    }
}
