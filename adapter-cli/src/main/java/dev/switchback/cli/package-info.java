/** The {@code switchback} command: puts the process, the commands and the forms of output together. */
@NullMarked
package dev.switchback.cli;

import org.jspecify.annotations.NullMarked;
