/**
 * Puts the core together: finds the engines, and builds the graph of one manager with Dagger. The only package that
 * knows Dagger; everything else has plain constructors.
 */
@NullMarked
package dev.switchback.core.wiring;

import org.jspecify.annotations.NullMarked;
