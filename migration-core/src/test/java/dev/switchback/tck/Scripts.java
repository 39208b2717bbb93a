package dev.switchback.tck;

import dev.switchback.api.model.Migration;
import dev.switchback.api.model.MigrationKind;
import dev.switchback.api.model.MigrationVersion;
import dev.switchback.core.domain.MigrationScript;
import dev.switchback.core.domain.SqlScript;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Builds migrations in memory, as a source would read them from files. Immutable: every method gives a new one.
 *
 * @param kind the kind
 * @param version the version; empty exactly for a repeatable one
 * @param description what it does, with spaces
 * @param upSql the text of the up script
 * @param downSql the text of the down script, if there is one
 * @param transaction what both files say about transactions
 */
public record Scripts(
        MigrationKind kind,
        Optional<MigrationVersion> version,
        String description,
        String upSql,
        Optional<String> downSql,
        SqlScript.Transaction transaction) {

    /**
     * A versioned migration.
     *
     * @param version its version
     * @param description what it does
     * @param upSql its up script
     * @return without a down script
     */
    public static Scripts versioned(String version, String description, String upSql) {
        return of(MigrationKind.VERSIONED, Optional.of(MigrationVersion.of(version)), description, upSql);
    }

    /**
     * A repeatable migration.
     *
     * @param description what it does
     * @param upSql its script
     * @return the migration
     */
    public static Scripts repeatable(String description, String upSql) {
        return of(MigrationKind.REPEATABLE, Optional.empty(), description, upSql);
    }

    /**
     * A baseline migration.
     *
     * @param version the version it stands for
     * @param description what it does
     * @param upSql its script
     * @return the migration
     */
    public static Scripts baseline(String version, String description, String upSql) {
        return of(MigrationKind.BASELINE, Optional.of(MigrationVersion.of(version)), description, upSql);
    }

    private static Scripts of(
            MigrationKind kind, Optional<MigrationVersion> version, String description, String upSql) {
        return new Scripts(kind, version, description, upSql, Optional.empty(), SqlScript.Transaction.AUTO);
    }

    /**
     * The same with a down script.
     *
     * @param sql the down script
     * @return the same with it
     */
    public Scripts down(String sql) {
        return new Scripts(kind, version, description, upSql, Optional.of(sql), transaction);
    }

    /** The same outside of a transaction. */
    public Scripts withoutTransaction() {
        return new Scripts(kind, version, description, upSql, downSql, SqlScript.Transaction.OFF);
    }

    /**
     * The same file with another up script: edited.
     *
     * @param sql the new text
     * @return the edited migration
     */
    public Scripts edited(String sql) {
        return new Scripts(kind, version, description, sql, downSql, transaction);
    }

    /** The file name of the up script. */
    public String file() {
        return file(
                switch (kind) {
                    case VERSIONED -> "V";
                    case REPEATABLE -> "R";
                    case BASELINE -> "B";
                });
    }

    /** The file name that a down script has. */
    public String downFile() {
        return file("U");
    }

    private String file(String letter) {
        return letter + version.map(MigrationVersion::text).orElse("") + "__" + description.replace(' ', '_') + ".sql";
    }

    /** What a source makes of the files. */
    public MigrationScript build() {
        Migration migration =
                new Migration(kind, version, description, file(), sha256(upSql), downSql.map(sql -> downFile()));
        return new MigrationScript(
                migration,
                new SqlScript(file(), upSql, upSql, transaction),
                downSql.map(sql -> new SqlScript(downFile(), sql, sql, transaction)),
                Optional.empty());
    }

    private static String sha256(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
