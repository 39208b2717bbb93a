/** The forms of output: text for people, JSON for programs. */
@NullMarked
package dev.switchback.cli.render;

import org.jspecify.annotations.NullMarked;
