/**
 * Spring Boot 3.5 and 4.x: auto-configuration on the application's {@code DataSource}, health, {@code /actuator/migrations},
 * meters. The only package that knows Spring and Micrometer; both are the application's, never ours.
 */
@NullMarked
package dev.switchback.startup.spring;

import org.jspecify.annotations.NullMarked;
