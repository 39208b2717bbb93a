ALTER TABLE borrower RENAME TO patron;
ALTER TABLE patron RENAME COLUMN mail TO email;
