/** Tests of the settings. */
@NullMarked
package dev.switchback.api.config;

import org.jspecify.annotations.NullMarked;
