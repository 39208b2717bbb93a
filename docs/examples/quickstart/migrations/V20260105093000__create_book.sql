CREATE TABLE book (
    id        INTEGER      NOT NULL PRIMARY KEY,
    author_id INTEGER      NOT NULL,
    title     VARCHAR(200) NOT NULL,
    published INTEGER,
    CONSTRAINT book_title_uq UNIQUE (author_id, title),
    CONSTRAINT book_author_fk FOREIGN KEY (author_id) REFERENCES author (id)
);
