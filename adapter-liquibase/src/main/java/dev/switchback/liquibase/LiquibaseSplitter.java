package dev.switchback.liquibase;

import java.util.List;
import liquibase.util.StringUtil;

/** Liquibase's own splitter, to know what plain Liquibase would send. */
final class LiquibaseSplitter {

    private LiquibaseSplitter() {}

    static List<String> split(String sql) {
        try {
            return LiquibaseScopes.quietly(() -> List.of(StringUtil.processMultiLineSQL(sql, false, true, null, null)));
        } catch (Exception e) {
            // it cannot take the text apart, so it does not agree with us
            return List.of();
        }
    }
}
