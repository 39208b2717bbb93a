package shop;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A service on Spring Boot, 3.5 or 4: the same source and the same settings. */
@SpringBootApplication
public class ShopApplication {

    public static void main(String[] args) {
        SpringApplication.run(ShopApplication.class, args);
    }

    /** Made after the migrations, like everything that uses a JdbcTemplate. */
    @RestController
    static class Books {

        private final JdbcTemplate jdbc;

        Books(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @GetMapping("/books")
        List<String> books() {
            return jdbc.queryForList("SELECT title FROM book ORDER BY id", String.class);
        }
    }
}
