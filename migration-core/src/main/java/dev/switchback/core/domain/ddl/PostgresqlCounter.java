package dev.switchback.core.domain.ddl;

import dev.switchback.core.domain.schema.Column;
import dev.switchback.core.domain.schema.DdlStatement;
import dev.switchback.core.domain.schema.DdlStatement.Risk;
import dev.switchback.core.domain.schema.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a column of PostgreSQL is numbered: as an identity, or with a sequence that it owns, which is what {@code serial}
 * means.
 *
 * @param how {@code serial}, or the words of the identity
 * @param sequence the name of the sequence as it is written
 * @param options what it counts
 * @param usual whether name and options are those that PostgreSQL chooses itself
 */
record PostgresqlCounter(String how, String sequence, SequenceOptions options, boolean usual) {

    private static final String SERIAL = "serial";
    private static final String NAMED = " (SEQUENCE NAME ";

    static Optional<PostgresqlCounter> of(ObjectName table, Column column) {
        return column.identity().map(text -> {
            int named = text.indexOf(NAMED);
            if (named < 0) {
                String name = PostgresqlNames.of(table.name() + "_" + column.name() + "_seq");
                return new PostgresqlCounter(text, name, SequenceOptions.of(column.type()), true);
            }
            int options = text.indexOf(" AS ", named);
            return new PostgresqlCounter(
                    text.substring(0, named),
                    text.substring(named + NAMED.length(), options),
                    SequenceOptions.parse(text.substring(options + 1, text.length() - 1)),
                    false);
        });
    }

    boolean isSerial() {
        return how.equals(SERIAL);
    }

    /** The words in the definition of a column, in place of its type if it is a serial with nothing unusual. */
    String words(Column column) {
        if (isSerial()) {
            return usual ? serialOf(column.type()) : "";
        }
        return how + (usual ? "" : options(column, " (SEQUENCE NAME " + sequence + " ", ")"));
    }

    private static String serialOf(String type) {
        return switch (type) {
            case "smallint" -> "smallserial";
            case "bigint" -> "bigserial";
            default -> SERIAL;
        };
    }

    private String options(Column column, String begin, String end) {
        return (begin + options.brief(column.type())).strip() + end;
    }

    /** Before the table, if the sequence has to be made by itself. */
    String create(Column column) {
        return ("CREATE SEQUENCE " + sequence + " "
                        + ("AS " + options.type() + " " + options.brief(options.type())).strip())
                .strip();
    }

    String fallback() {
        return "nextval(" + PostgresqlNames.text(sequence) + "::regclass)";
    }

    String ownedBy(String table, Column column) {
        return "ALTER SEQUENCE " + sequence + " OWNED BY " + table + "." + PostgresqlNames.of(column.name());
    }

    /**
     * The statements that make a column that is there numbered, so that it goes on after the rows that are there, and where the
     * counter before it would have gone on: the number of a row that is gone is not given to another one.
     */
    List<DdlStatement> attach(String table, Column column, Optional<PostgresqlCounter> before) {
        List<DdlStatement> statements = new ArrayList<>();
        String alter = "ALTER TABLE " + table + " ALTER COLUMN " + PostgresqlNames.of(column.name()) + " ";
        if (isSerial()) {
            statements.add(DdlStatement.of(create(column)));
            statements.add(DdlStatement.of(alter + "SET DEFAULT " + fallback()));
            statements.add(DdlStatement.of(ownedBy(table, column)));
        } else {
            statements.add(DdlStatement.of(alter + "ADD " + words(column)));
        }
        String name = PostgresqlNames.of(column.name());
        boolean up = options.increment().signum() > 0;
        String beyond = up ? "greatest(max(" + name + ") + 1, " : "least(min(" + name + ") - 1, ";
        String kept = before.filter(b ->
                        b.options.increment().signum() == options.increment().signum())
                .map(b -> ", " + b.kept())
                .orElse("");
        statements.add(new DdlStatement(
                "SELECT setval(" + PostgresqlNames.text(sequence) + ", " + beyond + options.start() + kept
                        + "), false) FROM " + table,
                Risk.NONE,
                Optional.of("the numbers go on after the rows that are there")));
        return statements;
    }

    /**
     * The statements after which a column is not numbered any more.
     *
     * @param replaced whether another counter takes its place, for which the next number is kept in the session
     */
    List<DdlStatement> detach(String table, Column column, boolean replaced) {
        String alter = "ALTER TABLE " + table + " ALTER COLUMN " + PostgresqlNames.of(column.name());
        List<DdlStatement> statements = new ArrayList<>();
        if (replaced) {
            statements.add(DdlStatement.of("SELECT set_config(" + PostgresqlNames.text(setting()) + ", nextval("
                    + PostgresqlNames.text(sequence) + ")::text, false)"));
        }
        statements.add(DdlStatement.of(alter + (isSerial() ? " DROP DEFAULT" : " DROP IDENTITY")));
        if (isSerial()) {
            statements.add(DdlStatement.of("DROP SEQUENCE " + sequence));
        }
        return statements;
    }

    /** A setting of the session may have any name with a dot, but no other signs. */
    private String setting() {
        return "switchback.next_" + sequence.replaceAll("[^A-Za-z0-9_]", "_");
    }

    /** The number that was kept; nothing in another session, which goes on after the rows. */
    private String kept() {
        return "nullif(current_setting(" + PostgresqlNames.text(setting()) + ", true), '')::bigint";
    }

    /** The statements that change the sequence and nothing else; an identity changes the type of its own. */
    List<DdlStatement> change(PostgresqlCounter before, Column columnBefore, Column columnAfter) {
        List<DdlStatement> statements = new ArrayList<>();
        if (!before.sequence.equals(sequence)) {
            statements.add(DdlStatement.of("ALTER SEQUENCE " + before.sequence + " RENAME TO " + sequence));
        }
        boolean followed = !isSerial()
                && !columnBefore.type().equals(columnAfter.type())
                && before.options.equals(SequenceOptions.of(columnBefore.type()));
        SequenceOptions now = followed ? SequenceOptions.of(columnAfter.type()) : before.options;
        String changes = options.changesFrom(now);
        if (!changes.isEmpty()) {
            statements.add(DdlStatement.of("ALTER SEQUENCE " + sequence + " " + changes));
        }
        return statements;
    }
}
