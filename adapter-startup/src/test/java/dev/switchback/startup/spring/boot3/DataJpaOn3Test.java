package dev.switchback.startup.spring.boot3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.startup.StartupResult;
import dev.switchback.startup.spring.Book;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.test.context.TestPropertySource;

/** A test of the application that has only its JPA side: the schema is made by the migrations. */
@DataJpaTest
@TestPropertySource(
        properties = {
            "switchback.engine=flyway",
            "switchback.startup.mode=upgrade",
            "spring.jpa.hibernate.ddl-auto=validate"
        })
class DataJpaOn3Test {

    private final EntityManager entities;
    private final StartupResult start;

    @Autowired
    DataJpaOn3Test(EntityManager entities, StartupResult start) {
        this.entities = entities;
        this.start = start;
    }

    @Test
    void hasTheSchemaOfTheMigrations() {
        assertThat(start.summary()).startsWith("applied 2 of 2");
        assertThat(entities.find(Book.class, 1L).getTitle()).isEqualTo("Emma");
    }
}
