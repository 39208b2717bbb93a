/**
 * The contract suite: what every engine, source and lock must do on every database, in terms of the ports and of our own
 * records only. Published as the test-jar of migration-core; an adapter extends each contract once per database.
 */
@NullMarked
package dev.switchback.tck;

import org.jspecify.annotations.NullMarked;
