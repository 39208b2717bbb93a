package dev.switchback.docs.entities.calendar;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

/** Temporal types, numbers and large objects. */
@SuppressWarnings({"NullAway", "unused"})
public final class Calendars {
    private Calendars() {}

    /** One of each. */
    @Entity
    public static class Event {
        @Id
        @GeneratedValue
        Integer id;

        LocalDate date;
        LocalTime at;
        LocalDateTime begins;
        Instant created;
        OffsetDateTime published;
        ZonedDateTime ends;
        Duration length;
        boolean whole;
        byte small;
        short medium;
        float rough;
        double finer;
        BigInteger large;
        BigDecimal exact;
        char letter;

        @Lob
        String text;

        @Lob
        byte[] image;

        @Column(length = 16)
        byte[] digest;
    }
}
