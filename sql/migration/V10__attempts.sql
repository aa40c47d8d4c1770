-- Attempts that are counted to slow guessing down: failed sign-ins per account or unknown login, requests per address.
-- The subject is a hash, so that unknown logins and addresses are counted without being kept.
CREATE TABLE attempt_count (
  subject       BINARY(32)  NOT NULL PRIMARY KEY,
  attempts      INT         NOT NULL,
  since         DATETIME(6) NOT NULL,
  blocked_until DATETIME(6) NULL,
  KEY attempt_count_age (since)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One way of counting for known and unknown logins: nothing tells them apart.
ALTER TABLE account DROP COLUMN failed_attempts, DROP COLUMN locked_until;
