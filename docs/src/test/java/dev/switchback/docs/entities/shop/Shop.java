package dev.switchback.docs.entities.shop;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An order with lines. */
@SuppressWarnings({"NullAway", "unused", "serial"})
public final class Shop {
    private Shop() {}

    /** How far an order is. */
    public enum State {
        /** Open. */
        OPEN,
        /** Paid. */
        PAID
    }

    /** A place. */
    @Embeddable
    public static class Address {
        @Column(length = 80)
        String street;

        String city;
    }

    /** Who buys. */
    @Entity
    @Table(name = "customer")
    public static class Customer {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false, unique = true, length = 120)
        String email;

        @Embedded
        Address address;

        @ElementCollection
        @CollectionTable(name = "customer_phone")
        @OrderColumn(name = "place")
        List<String> phones;

        @ElementCollection
        @CollectionTable(name = "customer_note")
        Map<String, String> notes;

        @Version
        int version;
    }

    /** What is bought. */
    @Entity
    @Table(name = "purchase")
    public static class Purchase {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @ManyToOne(optional = false)
        Customer customer;

        @Enumerated(EnumType.STRING)
        @Column(nullable = false)
        State state;

        @Enumerated(EnumType.ORDINAL)
        State former;

        @OneToMany(mappedBy = "purchase")
        List<Line> lines;

        @ManyToMany
        @JoinTable(name = "purchase_label", joinColumns = @JoinColumn(name = "purchase"))
        Set<Label> labels;
    }

    /** The key of a line. */
    @Embeddable
    public static class LineId implements Serializable {
        Long purchase;

        int number;
    }

    /** A line. */
    @Entity
    @Table(name = "line")
    public static class Line {
        @EmbeddedId
        LineId id;

        @MapsId("purchase")
        @ManyToOne
        Purchase purchase;

        @Column(precision = 12, scale = 2, nullable = false)
        BigDecimal price;
    }

    /** A label. */
    @Entity
    @Table(name = "label")
    public static class Label {
        @Id
        @Column(length = 40)
        String name;
    }
}
