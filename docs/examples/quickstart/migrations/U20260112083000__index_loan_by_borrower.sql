DROP INDEX loan_borrower_idx;
