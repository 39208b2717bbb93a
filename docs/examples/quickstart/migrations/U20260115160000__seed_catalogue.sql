DELETE FROM loan WHERE id IN (1, 2, 3);
DELETE FROM borrower WHERE id IN (1, 2);
DELETE FROM book WHERE id IN (1, 2, 3, 4);
DELETE FROM author WHERE id IN (1, 2, 3);
