package dev.switchback.core.sql;

/** Makes the problems of one script, so that nothing else has to carry its name. */
final class SqlProblems {
    private final String file;

    SqlProblems(String file) {
        this.file = file;
    }

    SqlSyntaxProblem at(int line, String reason, String advice) {
        return new SqlSyntaxProblem(file, line, reason, advice);
    }

    SqlSyntaxProblem unclosed(int line, String what, String closing) {
        return at(line, what + " that begins here is never closed", "close it with " + closing);
    }
}
