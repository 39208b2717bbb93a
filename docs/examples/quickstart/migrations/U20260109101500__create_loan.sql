-- the view of R__open_loan.sql reads this table; the next upgrade to head makes it again
DROP VIEW IF EXISTS open_loan;
DROP TABLE loan;
