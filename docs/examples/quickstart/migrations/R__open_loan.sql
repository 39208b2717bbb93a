-- runs again whenever this file changes, after the versioned migrations
DROP VIEW IF EXISTS open_loan;
CREATE VIEW open_loan AS
SELECT loan.id AS loan_id, book.title, author.name AS author, patron.name AS patron, patron.email, loan.lent_on
FROM loan
JOIN book ON book.id = loan.book_id
JOIN author ON author.id = book.author_id
JOIN patron ON patron.id = loan.borrower_id
WHERE loan.returned_on IS NULL;
