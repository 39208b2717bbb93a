package dev.switchback.startup.spring.boot4;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jooq.test.autoconfigure.JooqTest;
import org.springframework.test.context.TestPropertySource;

/** A test of the application that has only its jOOQ side: the schema is made by the migrations. */
@JooqTest
@TestPropertySource(properties = {"switchback.engine=liquibase", "switchback.startup.mode=upgrade"})
class JooqOn4Test {

    private final DSLContext books;

    @Autowired
    JooqOn4Test(DSLContext books) {
        this.books = books;
    }

    @Test
    void hasTheSchemaOfTheMigrations() {
        assertThat(books.fetch("SELECT title FROM book").getValues(0, String.class))
                .containsExactly("Emma");
    }
}
