package dev.switchback.docs.faults;

/** What became of processes that were killed. Used by one thread. */
final class CrashTally {

    private int killed;
    private int decided;
    private int tooLate;

    /** Killed before its end, and the next upgrade went on by itself. */
    void wentOn() {
        killed++;
    }

    /** Killed in the middle of a migration that stayed half done, and told so. */
    void decided() {
        killed++;
        decided++;
    }

    /** It had ended before it could be killed. */
    void tooLate() {
        tooLate++;
    }

    int killed() {
        return killed;
    }

    /** How many of those needed a decision. */
    int needingDecision() {
        return decided;
    }

    int attempts() {
        return killed + tooLate;
    }

    @Override
    public String toString() {
        return killed + " killed, " + decided + " of them half-way through a migration that cannot be rolled back";
    }
}
