/** What happens while migrations run, as a closed set of records; the library itself prints nothing. */
@NullMarked
package dev.switchback.api.event;

import org.jspecify.annotations.NullMarked;
