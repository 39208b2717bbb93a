CREATE TRIGGER loan_changed AFTER UPDATE OF book_id, borrower_id, lent_on, returned_on ON loan
FOR EACH ROW
BEGIN
    UPDATE loan SET changed_at = CURRENT_TIMESTAMP WHERE id = NEW.id;
END;
