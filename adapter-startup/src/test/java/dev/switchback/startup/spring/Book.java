package dev.switchback.startup.spring;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A row of the table that the migrations create. */
@Entity
public class Book {
    @Id
    private long id;

    private String title = "";

    /** For JPA. */
    public Book() {}

    /** Its number. */
    public long getId() {
        return id;
    }

    /** What it is called. */
    public String getTitle() {
        return title;
    }
}
