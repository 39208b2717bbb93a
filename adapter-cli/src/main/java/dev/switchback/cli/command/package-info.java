/** The commands: each says what arguments it takes, and turns them into an answer with the help of the API. */
@NullMarked
package dev.switchback.cli.command;

import org.jspecify.annotations.NullMarked;
