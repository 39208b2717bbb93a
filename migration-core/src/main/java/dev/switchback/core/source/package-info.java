/** Reads and writes portable migrations: SQL files in folders and on the class path, and their manifest. */
@NullMarked
package dev.switchback.core.source;

import org.jspecify.annotations.NullMarked;
