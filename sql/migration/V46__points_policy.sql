-- What a community decides about its points: when they expire, who may give them away, how nominations are decided.
-- No row: points stay for ever and cannot be given away.
CREATE TABLE points_policy (
  community_id  BIGINT      NOT NULL PRIMARY KEY,
  -- NONE, YEAR_END, MONTHS
  expiry        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- 0 unless MONTHS
  months        INT         NOT NULL,
  notice_days   INT         NOT NULL,
  -- nothing expires before this day: set when the terms change
  not_before    DATE        NULL,
  -- the latest due date that everybody concerned was told of
  announced_due DATE        NULL,
  donations     TINYINT(1)  NOT NULL,
  pool          TINYINT(1)  NOT NULL,
  -- the most that one person may grant from the pool without a second, hundredths of a point
  alone_up_to   BIGINT      NOT NULL,
  panel_size    INT         NOT NULL,
  announce_days INT         NOT NULL,
  changed_at    DATETIME(6) NOT NULL,
  changed_by    BIGINT      NULL,
  version       BIGINT      NOT NULL,
  CONSTRAINT points_policy_community FOREIGN KEY (community_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Points that were announced to expire, and what became of it. Once for each account and due date, whoever runs it.
CREATE TABLE points_expiry (
  id             BIGINT      NOT NULL PRIMARY KEY,
  community_id   BIGINT      NOT NULL,
  account_id     BIGINT      NOT NULL,
  person_id      BIGINT      NOT NULL,
  due_on         DATE        NOT NULL,
  -- what was earned before this instant is too old
  cutoff         DATETIME(6) NOT NULL,
  -- hundredths of a point; never more than this expires
  announced      BIGINT      NOT NULL,
  announced_at   DATETIME(6) NOT NULL,
  -- the due date, or later when it was announced late
  expires_on     DATE        NOT NULL,
  -- what expired, 0 when all was spent meanwhile
  amount         BIGINT      NULL,
  transaction_id BIGINT      NULL,
  settled_at     DATETIME(6) NULL,
  UNIQUE KEY points_expiry_once (account_id, due_on),
  KEY points_expiry_due (settled_at, expires_on, id),
  KEY points_expiry_community (community_id, settled_at),
  CONSTRAINT points_expiry_announced CHECK (announced > 0),
  CONSTRAINT points_expiry_amount CHECK (amount BETWEEN 0 AND announced),
  CONSTRAINT points_expiry_account FOREIGN KEY (account_id) REFERENCES points_account (id),
  CONSTRAINT points_expiry_transaction FOREIGN KEY (transaction_id) REFERENCES points_transaction (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
