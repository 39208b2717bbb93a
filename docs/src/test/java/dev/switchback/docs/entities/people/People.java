package dev.switchback.docs.entities.people;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToOne;

/** Inheritance of three kinds. */
@SuppressWarnings({"NullAway", "unused"})
public final class People {
    private People() {}

    /** What all have. */
    @MappedSuperclass
    public abstract static class Base {
        @Id
        @GeneratedValue
        Long id;
    }

    /** One table for all. */
    @Entity
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind", length = 10)
    public abstract static class Person extends Base {
        @Column(nullable = false)
        String name;
    }

    /** One of them. */
    @Entity
    @DiscriminatorValue("staff")
    public static class Employee extends Person {
        @ManyToOne
        Employee boss;
    }

    /** Another. */
    @Entity
    @DiscriminatorValue("guest")
    public static class Guest extends Person {
        String company;
    }

    /** A table for each, joined. */
    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Account extends Base {
        @OneToOne
        Person owner;
    }

    /** One of them. */
    @Entity
    public static class SavingsAccount extends Account {
        double rate;
    }

    /** A whole table for each. */
    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Message extends Base {
        @Column(length = 2000)
        String text;
    }

    /** One of them. */
    @Entity
    public static class Letter extends Message {
        String stamp;
    }
}
