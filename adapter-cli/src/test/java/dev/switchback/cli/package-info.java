/** Tests of the command line, driven in process with captured streams. */
@NullMarked
package dev.switchback.cli;

import org.jspecify.annotations.NullMarked;
