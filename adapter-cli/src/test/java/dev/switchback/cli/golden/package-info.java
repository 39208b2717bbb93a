/** Scripts of commands with the output they must have, one readable file each. */
@NullMarked
package dev.switchback.cli.golden;

import org.jspecify.annotations.NullMarked;
