DROP TABLE borrower;
