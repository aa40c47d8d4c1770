-- Double entry (domain.md, invariant 1). Amounts are hundredths of a point; the entries of a transaction sum to zero.
-- Kinds: MEMBER (has an owner and a balance row), ISSUANCE, HELD, REDEEMED, EXPIRED, RESERVE, ADJUSTMENT (one each per
-- community, no balance row: their balance is the sum of their entries, so that no hot row exists).
CREATE TABLE points_account (
  id           BIGINT      NOT NULL PRIMARY KEY,
  community_id BIGINT      NOT NULL,
  kind         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- 0 for the accounts of the community itself, so that the unique key holds for them too
  owner_id     BIGINT      NOT NULL,
  opened_at    DATETIME(6) NOT NULL,
  UNIQUE KEY points_account_once (community_id, kind, owner_id),
  KEY points_account_owner (owner_id),
  CONSTRAINT points_account_community FOREIGN KEY (community_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Spendable balance of a MEMBER account (what is held has left it for HELD).
CREATE TABLE member_balance (
  account_id BIGINT NOT NULL PRIMARY KEY,
  balance    BIGINT NOT NULL,
  CONSTRAINT member_balance_not_negative CHECK (balance >= 0),
  CONSTRAINT member_balance_account FOREIGN KEY (account_id) REFERENCES points_account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Append-only. (reason, source_id) is unique: a fact is posted once (invariant 2).
CREATE TABLE points_transaction (
  id           BIGINT       NOT NULL PRIMARY KEY,
  community_id BIGINT       NOT NULL,
  reason       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_id    BIGINT       NOT NULL,
  reverses_id  BIGINT       NULL,
  posted_at    DATETIME(6)  NOT NULL,
  posted_by    BIGINT       NULL,
  -- the receipt: why this amount (JSON, see PointsReceipt)
  receipt      VARCHAR(2000) NULL,
  UNIQUE KEY points_transaction_once (reason, source_id),
  UNIQUE KEY points_transaction_reversed_once (reverses_id),
  KEY points_transaction_community (community_id, posted_at),
  CONSTRAINT points_transaction_reverses FOREIGN KEY (reverses_id) REFERENCES points_transaction (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE ledger_entry (
  transaction_id BIGINT   NOT NULL,
  line           SMALLINT NOT NULL,
  account_id     BIGINT   NOT NULL,
  amount         BIGINT   NOT NULL,
  PRIMARY KEY (transaction_id, line),
  KEY ledger_entry_account (account_id, transaction_id, amount),
  CONSTRAINT ledger_entry_moves CHECK (amount <> 0),
  CONSTRAINT ledger_entry_transaction FOREIGN KEY (transaction_id) REFERENCES points_transaction (id),
  CONSTRAINT ledger_entry_account FOREIGN KEY (account_id) REFERENCES points_account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Two-phase payment: opened by moving points MEMBER → HELD, settled once by capture (→ REDEEMED) or release (→ MEMBER).
CREATE TABLE points_hold (
  id           BIGINT      NOT NULL PRIMARY KEY,
  account_id   BIGINT      NOT NULL,
  amount       BIGINT      NOT NULL,
  -- OPEN, CAPTURED, RELEASED
  status       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_at    DATETIME(6) NOT NULL,
  settled_at   DATETIME(6) NULL,
  KEY points_hold_account (account_id, status),
  CONSTRAINT points_hold_amount CHECK (amount > 0),
  CONSTRAINT points_hold_account FOREIGN KEY (account_id) REFERENCES points_account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
