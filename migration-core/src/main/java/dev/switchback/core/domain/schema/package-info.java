/**
 * What a database looks like, and what differs between two of them. All types, defaults, expressions and definitions are
 * the text in which the database itself gives them back, so that two ways to say the same are one.
 */
@NullMarked
package dev.switchback.core.domain.schema;

import org.jspecify.annotations.NullMarked;
