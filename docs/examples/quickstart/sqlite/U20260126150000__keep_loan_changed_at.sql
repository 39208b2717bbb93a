DROP TRIGGER loan_changed;
