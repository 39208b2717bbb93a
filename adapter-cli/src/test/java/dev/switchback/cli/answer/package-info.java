/** Tests of what answers say. */
@NullMarked
package dev.switchback.cli.answer;

import org.jspecify.annotations.NullMarked;
