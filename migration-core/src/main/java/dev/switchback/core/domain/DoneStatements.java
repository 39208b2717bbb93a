package dev.switchback.core.domain;

import dev.switchback.core.sql.SqlStatement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The statements of a script that are done, as the journal remembers them: how many, one hash over all of them, and of
 * the first thousand a short mark each, by which the one that was edited is found. What is hashed is what is sent, so
 * comments between the statements do not count. Part of a released format: an entry must be understood by every later
 * version. Not thread-safe.
 */
public final class DoneStatements {

    /** How many characters a mark has. */
    public static final int MARK_LENGTH = 8;

    /** How many statements have a mark. */
    public static final int MOST_MARKS = 1000;

    private final MessageDigest digest;
    private final StringBuilder marks = new StringBuilder();
    private String joined = "";
    private int count;

    /** None is done yet. */
    public DoneStatements() {
        this(sha256());
    }

    private DoneStatements(MessageDigest digest) {
        this.digest = digest;
    }

    /** The same, to be counted on independently. */
    public DoneStatements copy() {
        DoneStatements copy = new DoneStatements(clone(digest));
        copy.marks.append(marks);
        copy.count = count;
        return copy;
    }

    /**
     * One more is done.
     *
     * @param statement the next one in the order of the script
     */
    public void add(SqlStatement statement) {
        feed(digest, statement);
        if (count < MOST_MARKS) {
            marks.append(mark(statement));
        }
        count++;
    }

    /** How many are done. */
    public int count() {
        return count;
    }

    /** SHA-256 over all of them, in hexadecimal. */
    public String hash() {
        return HexFormat.of().formatHex(clone(digest).digest());
    }

    /** The marks of the first ones, joined. */
    public String marks() {
        if (joined.length() != marks.length()) {
            joined = marks.toString();
        }
        return joined;
    }

    /**
     * The mark of a statement.
     *
     * @param statement the statement
     * @return eight hexadecimal digits
     */
    public static String mark(SqlStatement statement) {
        MessageDigest one = sha256();
        feed(one, statement);
        return HexFormat.of().formatHex(one.digest()).substring(0, MARK_LENGTH);
    }

    private static void feed(MessageDigest digest, SqlStatement statement) {
        digest.update(statement.sql().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        statement.copyData().ifPresent(rows -> {
            rows.digest(digest);
            digest.update((byte) 0);
        });
    }

    private static MessageDigest clone(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
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
