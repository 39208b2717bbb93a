package dev.switchback.api.config;

/**
 * The three parts of what follows {@code //}, all still encoded. There is no fragment: a # is an ordinary character,
 * for passwords have one more often than URLs have fragments.
 */
record ServerUrl(String authority, boolean hasPath, String path, String query) {
    static ServerUrl split(String text) {
        int question = text.indexOf('?');
        String beforeQuery = question < 0 ? text : text.substring(0, question);
        String query = question < 0 ? "" : text.substring(question + 1);
        int slash = beforeQuery.indexOf('/');
        return slash < 0
                ? new ServerUrl(beforeQuery, false, "", query)
                : new ServerUrl(beforeQuery.substring(0, slash), true, beforeQuery.substring(slash + 1), query);
    }

    /**
     * An @ after the authority means that the password has an unescaped / or ?, and that a part of it stands where we
     * would take it for the name of a database, and print it.
     */
    void requireNoLateAt() {
        if (path.indexOf('@') >= 0 || query.indexOf('@') >= 0) {
            throw new MalformedValueException(
                    "there is an @ after the first / or ?",
                    "percent-encode special characters of user, password and database (/ is %2F, ? is %3F, @ is %40)");
        }
    }

    @Override
    public String toString() {
        return "server URL";
    }
}
