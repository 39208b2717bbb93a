package dev.switchback.startup.spring.boot4;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

/** A test of the application that has only its JDBC side: the schema is made by the migrations. */
@JdbcTest
@TestPropertySource(properties = {"switchback.engine=liquibase", "switchback.startup.mode=upgrade"})
class JdbcOn4Test {

    private final JdbcTemplate books;

    @Autowired
    JdbcOn4Test(JdbcTemplate books) {
        this.books = books;
    }

    @Test
    void hasTheSchemaOfTheMigrations() {
        assertThat(books.queryForList("SELECT title FROM book", String.class)).containsExactly("Emma");
    }
}
