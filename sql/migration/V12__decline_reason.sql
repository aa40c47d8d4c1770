-- A reason may have 500 characters everywhere; that of a declined offer had room for 300 only.
ALTER TABLE dispatch MODIFY COLUMN answer_note VARCHAR(500) NULL;
