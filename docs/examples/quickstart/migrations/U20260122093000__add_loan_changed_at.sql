DROP VIEW IF EXISTS open_loan;
ALTER TABLE loan DROP COLUMN changed_at;
