/**
 * The entities of an application as DDL. The only package that knows Hibernate, and only by name: it is on the user's
 * class path, never on ours, and everything that is asked of it is Jakarta Persistence's own interface.
 */
@NullMarked
package dev.switchback.core.entities;

import org.jspecify.annotations.NullMarked;
