DROP VIEW IF EXISTS open_loan;
ALTER TABLE patron RENAME COLUMN email TO mail;
ALTER TABLE patron RENAME TO borrower;
