package dev.switchback.core.source;

import dev.switchback.api.error.ConfigurationException;
import java.io.IOException;

/** One entry of the setting {@code dirs}. */
interface Location {

    /**
     * Opens what it names.
     *
     * @return one tree for a folder, one or more for the class path; to be closed by the caller
     * @throws ConfigurationException if there is nothing
     * @throws IOException if it cannot be read
     */
    OpenTrees open() throws IOException;

    /**
     * What to throw when its root cannot be read.
     *
     * @param cause why not
     * @return the error, which names the location
     */
    ConfigurationException unreadable(IOException cause);

    /**
     * Whether both name the same place, in whatever spelling.
     *
     * @param other another location
     * @return true if they do
     */
    boolean isSameAs(Location other);
}
