CREATE TABLE loan (
    id          INTEGER NOT NULL PRIMARY KEY,
    book_id     INTEGER NOT NULL,
    borrower_id INTEGER NOT NULL,
    lent_on     DATE    NOT NULL,
    returned_on DATE,
    CONSTRAINT loan_book_fk FOREIGN KEY (book_id) REFERENCES book (id),
    CONSTRAINT loan_borrower_fk FOREIGN KEY (borrower_id) REFERENCES borrower (id),
    CONSTRAINT loan_dates_ck CHECK (returned_on IS NULL OR returned_on >= lent_on)
);
