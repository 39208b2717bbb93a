/**
 * The one SQL splitter: turns the text of a script into the statements a driver is sent, each with its line, and says
 * what kind of statement it is. It knows the lexical rules of four databases and nothing else of them.
 */
@NullMarked
package dev.switchback.core.sql;

import org.jspecify.annotations.NullMarked;
