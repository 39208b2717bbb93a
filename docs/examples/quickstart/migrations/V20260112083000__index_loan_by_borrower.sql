CREATE INDEX loan_borrower_idx ON loan (borrower_id, returned_on);
