/** What can go wrong, as a sealed family: each error says what happened, the state of the database now, and the next step. */
@NullMarked
package dev.switchback.api.error;

import org.jspecify.annotations.NullMarked;
