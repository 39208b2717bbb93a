CREATE TABLE borrower (
    id   INTEGER      NOT NULL PRIMARY KEY,
    name VARCHAR(120) NOT NULL,
    mail VARCHAR(200) NOT NULL,
    CONSTRAINT borrower_mail_uq UNIQUE (mail)
);
