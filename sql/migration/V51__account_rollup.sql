-- What the accounts of a community (issuance, held, redeemed …) summed to up to a transaction long settled: they have no
-- balance row, and their balance is this and the entries since.
CREATE TABLE account_rollup (
  account_id BIGINT NOT NULL PRIMARY KEY,
  -- id of a transaction, included
  up_to      BIGINT NOT NULL,
  total      BIGINT NOT NULL,
  CONSTRAINT account_rollup_account FOREIGN KEY (account_id) REFERENCES points_account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
