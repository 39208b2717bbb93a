package dev.switchback.core.usecase;

import dev.switchback.api.event.MigrationEvent;
import dev.switchback.api.event.MigrationListener;
import dev.switchback.core.domain.MigrationStep;
import dev.switchback.core.port.Journal;
import dev.switchback.core.port.Redaction;
import dev.switchback.core.port.StatementListener;
import dev.switchback.core.sql.SqlDialect;
import dev.switchback.core.sql.SqlStatement;
import dev.switchback.core.sql.StatementClassifier;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Follows one step statement by statement: emits events, and keeps the journal where the step does not run in one
 * transaction.
 *
 * <p>On a database that commits DDL by itself the journal is written in the same transaction as the statements: just
 * before a DDL statement it is told that everything up to there is done (which becomes true with that statement's
 * implicit commit, or is rolled back together with it), and after it, that the statement itself is done.
 */
final class StepProgress implements StatementListener {

    private final MigrationStep step;
    private final MigrationListener listener;
    private final Connection connection;
    private final Optional<Journal> journal;
    private final Redaction redaction;
    private final StatementClassifier classifier;
    private final MessageDigest digest = sha256();
    private long startedAt;
    private int finished;
    private boolean commitsByItself;
    private boolean noted;

    StepProgress(
            MigrationStep step,
            MigrationListener listener,
            Connection connection,
            Optional<Journal> journal,
            Redaction redaction,
            SqlDialect dialect) {
        this.step = step;
        this.listener = listener;
        this.connection = connection;
        this.journal = journal;
        this.redaction = redaction;
        this.classifier = StatementClassifier.of(dialect);
    }

    int finished() {
        return finished;
    }

    @Override
    public void started(SqlStatement statement) throws SQLException {
        listener.on(new MigrationEvent.StatementStarted(
                step.body().file(), statement.index(), statement.line(), redaction.clean(statement.sql())));
        if (journal.isPresent()) {
            commitsByItself =
                    !step.transactional() || classifier.classify(statement).isDdl();
            if (commitsByItself && step.transactional()) {
                note(journal.get());
            }
        }
        startedAt = System.nanoTime();
    }

    @Override
    public void finished(SqlStatement statement) throws SQLException {
        finished++;
        if (journal.isPresent()) {
            digest.update(statement.sql().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            if (commitsByItself) {
                note(journal.get());
                if (step.transactional()) {
                    connection.commit();
                }
            }
        }
        listener.on(new MigrationEvent.StatementFinished(
                step.body().file(), statement.index(), Duration.ofNanos(System.nanoTime() - startedAt)));
    }

    private void note(Journal to) throws SQLException {
        if (noted) {
            to.note(connection, step, finished, hash());
        } else {
            to.open(connection, step, finished, hash());
            noted = true;
        }
    }

    /** Whether the statement that was begun last takes effect whatever becomes of the transaction. */
    boolean commitsByItself() {
        return commitsByItself;
    }

    /** Whether the journal has an entry of this step. */
    boolean noted() {
        return noted;
    }

    private String hash() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
