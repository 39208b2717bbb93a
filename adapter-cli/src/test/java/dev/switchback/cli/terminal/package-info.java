/** Tests of layout and colour. */
@NullMarked
package dev.switchback.cli.terminal;

import org.jspecify.annotations.NullMarked;
