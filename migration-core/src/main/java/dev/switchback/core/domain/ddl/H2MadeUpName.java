package dev.switchback.core.domain.ddl;

import java.util.regex.Pattern;

/** The names that H2 gives to constraints without one: in upper case, also where it folds names to lower case. */
public final class H2MadeUpName {

    private static final Pattern OF_A_CONSTRAINT = Pattern.compile("CONSTRAINT_[0-9A-F]+(_\\d+)?");

    private H2MadeUpName() {}

    /**
     * Whether H2 has made up a name.
     *
     * @param name the name of a constraint
     */
    public static boolean is(String name) {
        return OF_A_CONSTRAINT.matcher(name).matches();
    }
}
