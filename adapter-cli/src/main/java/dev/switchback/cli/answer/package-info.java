/** What commands answer: each answer knows its exit code and how to say itself in words and as data. */
@NullMarked
package dev.switchback.cli.answer;

import org.jspecify.annotations.NullMarked;
