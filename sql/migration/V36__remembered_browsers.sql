-- A browser that is remembered gets a new token for each that it uses. A used one that is shown again later was stolen,
-- or its successor was: all of that browser's tokens end.
ALTER TABLE access_token
  ADD COLUMN family_id BIGINT NULL,
  ADD COLUMN used_at DATETIME(6) NULL,
  ADD KEY access_token_family (family_id);
