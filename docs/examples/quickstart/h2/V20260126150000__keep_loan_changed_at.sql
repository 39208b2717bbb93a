-- H2's triggers are Java classes; this says the same as the trigger for SQLite
ALTER TABLE loan ALTER COLUMN changed_at SET ON UPDATE CURRENT_TIMESTAMP;
