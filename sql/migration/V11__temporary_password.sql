-- Until when a password that an administrator gave out signs in; NULL: the password is the person's own.
ALTER TABLE account ADD COLUMN temporary_until DATETIME(6) NULL AFTER password_changed_at;
