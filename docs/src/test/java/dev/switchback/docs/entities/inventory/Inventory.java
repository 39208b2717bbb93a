package dev.switchback.docs.entities.inventory;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.io.Serializable;
import java.net.URI;
import java.util.UUID;

/** UUIDs, converters, keys and indexes. */
@SuppressWarnings({"NullAway", "unused", "serial"})
public final class Inventory {
    private Inventory() {}

    /** An address as text. */
    @Converter(autoApply = true)
    public static class UriText implements AttributeConverter<URI, String> {
        @Override
        public String convertToDatabaseColumn(URI uri) {
            return uri == null ? null : uri.toString();
        }

        @Override
        public URI convertToEntityAttribute(String text) {
            return text == null ? null : URI.create(text);
        }
    }

    /** A thing. */
    @Entity
    @Table(
            name = "item",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uk_item_code",
                            columnNames = {"code", "maker"}),
            indexes = {
                @Index(name = "ix_item_code", columnList = "code DESC"),
                @Index(name = "ix_item_url", columnList = "url, code", unique = true)
            })
    public static class Item {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        @Column(length = 20, nullable = false)
        String code;

        @Column(length = 60)
        String maker;

        @Convert(converter = UriText.class)
        @Column(length = 200)
        URI url;

        @Column(columnDefinition = "integer default 0 not null")
        int amount;
    }

    /** The key of a stock. */
    public static class StockId implements Serializable {
        UUID item;

        String place;
    }

    /** How much is where. */
    @Entity
    @IdClass(StockId.class)
    public static class Stock {
        @Id
        @ManyToOne
        Item item;

        @Id
        @Column(length = 30)
        String place;

        long quantity;
    }

    /** A name that has to be quoted. */
    @Entity
    @Table(name = "\"order\"")
    public static class Order {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        Long id;

        @Column(name = "\"group\"")
        String group;
    }
}
