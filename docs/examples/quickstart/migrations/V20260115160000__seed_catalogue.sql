INSERT INTO author (id, name) VALUES
    (1, 'Ursula K. Le Guin'),
    (2, 'Flann O''Brien'),
    (3, 'Stanisław Lem');

-- a semicolon and a double dash inside a string end neither the statement nor the line
INSERT INTO book (id, author_id, title, published) VALUES
    (1, 1, 'The Dispossessed; An Ambiguous Utopia', 1974),
    (2, 1, 'The Left Hand of Darkness', 1969),
    (3, 2, 'At Swim-Two-Birds -- a novel', 1939),
    (4, 3, 'Solaris', 1961);

INSERT INTO borrower (id, name, mail) VALUES
    (1, 'Ada', 'ada@example.org'),
    (2, 'Grace', 'grace@example.org');

INSERT INTO loan (id, book_id, borrower_id, lent_on, returned_on) VALUES
    (1, 1, 1, '2026-01-10', '2026-01-14'),
    (2, 4, 1, '2026-01-14', NULL),
    (3, 3, 2, '2026-01-15', NULL);
