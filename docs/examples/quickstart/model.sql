-- The schema as it should be; 'create --autogenerate' writes the migration that leads there.
CREATE TABLE author (
  id INTEGER PRIMARY KEY,
  name VARCHAR(120) NOT NULL
);
CREATE TABLE book (
  id INTEGER PRIMARY KEY,
  author_id INTEGER NOT NULL,
  title VARCHAR(200) NOT NULL,
  published INTEGER,
  shelf VARCHAR(20),
  CONSTRAINT book_title_uq UNIQUE (author_id, title),
  CONSTRAINT book_author_fk FOREIGN KEY (author_id) REFERENCES author (id)
);
CREATE TABLE patron (
  id INTEGER PRIMARY KEY,
  name VARCHAR(120) NOT NULL,
  email VARCHAR(200) NOT NULL,
  CONSTRAINT borrower_mail_uq UNIQUE (email)
);
CREATE TABLE loan (
  id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL,
  borrower_id INTEGER NOT NULL,
  lent_on DATE NOT NULL,
  returned_on DATE,
  changed_at TIMESTAMP,
  CONSTRAINT loan_book_fk FOREIGN KEY (book_id) REFERENCES book (id),
  CONSTRAINT loan_borrower_fk FOREIGN KEY (borrower_id) REFERENCES patron (id),
  CONSTRAINT loan_dates_ck CHECK (returned_on IS NULL OR returned_on >= lent_on)
);
CREATE TABLE reservation (
  id INTEGER PRIMARY KEY,
  book_id INTEGER NOT NULL REFERENCES book (id),
  patron_id INTEGER NOT NULL REFERENCES patron (id),
  made_on DATE NOT NULL
);
CREATE INDEX reservation_by_book ON reservation (book_id, made_on);
CREATE INDEX loan_borrower_idx ON loan (borrower_id, returned_on);
CREATE VIEW open_loan AS
SELECT loan.id AS loan_id, book.title, author.name AS author, patron.name AS patron, patron.email, loan.lent_on
FROM loan
JOIN book ON book.id = loan.book_id
JOIN author ON author.id = book.author_id
JOIN patron ON patron.id = loan.borrower_id
WHERE loan.returned_on IS NULL;
CREATE TRIGGER loan_changed AFTER UPDATE OF book_id, borrower_id, lent_on, returned_on ON loan BEGIN
  UPDATE loan SET changed_at = CURRENT_TIMESTAMP WHERE id = NEW.id;
END;
