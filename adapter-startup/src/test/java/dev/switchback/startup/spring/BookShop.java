package dev.switchback.startup.spring;

import jakarta.persistence.EntityManagerFactory;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** An application whose beans use the schema as soon as they are made, each in another way. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class BookShop {

    /** What a bean read while it was made. */
    public record Books(int count) {}

    @Bean
    Books booksOfJdbc(ObjectProvider<JdbcTemplate> jdbc) {
        JdbcTemplate template = jdbc.getIfAvailable();
        Integer count = template == null ? Integer.valueOf(-1) : template.queryForObject(COUNT, Integer.class);
        return new Books(count == null ? 0 : count);
    }

    @Bean
    Books booksOfJooq(ObjectProvider<DSLContext> jooq) {
        DSLContext context = jooq.getIfAvailable();
        return new Books(context == null ? -1 : context.fetch(COUNT).get(0).get(0, Integer.class));
    }

    @Bean
    Books booksOfJpa(ObjectProvider<EntityManagerFactory> jpa) {
        EntityManagerFactory factory = jpa.getIfAvailable();
        if (factory == null) {
            return new Books(-1);
        }
        try (var manager = factory.createEntityManager()) {
            return new Books(
                    manager.createQuery("from Book", Book.class).getResultList().size());
        }
    }

    private static final String COUNT = "SELECT COUNT(*) FROM book";
}
