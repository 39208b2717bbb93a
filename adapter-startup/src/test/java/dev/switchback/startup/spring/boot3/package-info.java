/** What is only in Spring Boot 3.5. */
@NullMarked
package dev.switchback.startup.spring.boot3;

import org.jspecify.annotations.NullMarked;
