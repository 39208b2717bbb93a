/** No secret in any output, whatever goes wrong. */
@NullMarked
package dev.switchback.docs.secrets;

import org.jspecify.annotations.NullMarked;
