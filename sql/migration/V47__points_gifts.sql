-- Persons whom members may give points: kept by the administrator, who notes why and how the person agreed.
CREATE TABLE person_in_need (
  id           BIGINT       NOT NULL PRIMARY KEY,
  community_id BIGINT       NOT NULL,
  person_id    BIGINT       NOT NULL,
  valid_from   DATE         NOT NULL,
  valid_to     DATE         NOT NULL,
  -- seen by administrators and auditors only
  reason       VARCHAR(300) NOT NULL,
  consent      VARCHAR(200) NOT NULL,
  entered_by   BIGINT       NOT NULL,
  entered_at   DATETIME(6)  NOT NULL,
  ended_by     BIGINT       NULL,
  ended_at     DATETIME(6)  NULL,
  -- the person's id until the entry ends: one entry at a time
  live_person  BIGINT       NULL,
  UNIQUE KEY person_in_need_once (live_person),
  KEY person_in_need_community (community_id, id),
  CONSTRAINT person_in_need_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What the pool of a community holds: the sum of its ledger entries, kept so that it is never granted twice.
CREATE TABLE points_pool (
  community_id BIGINT NOT NULL PRIMARY KEY,
  balance      BIGINT NOT NULL,
  CONSTRAINT points_pool_not_negative CHECK (balance >= 0),
  CONSTRAINT points_pool_community FOREIGN KEY (community_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A gift of a member; recipient NULL: the pool. Append-only.
CREATE TABLE points_donation (
  id             BIGINT       NOT NULL PRIMARY KEY,
  community_id   BIGINT       NOT NULL,
  donor_id       BIGINT       NOT NULL,
  recipient_id   BIGINT       NULL,
  -- hundredths of a point
  amount         BIGINT       NOT NULL,
  -- whether the recipient learns the donor's name
  named          TINYINT(1)   NOT NULL,
  message        VARCHAR(100) NOT NULL DEFAULT '',
  transaction_id BIGINT       NOT NULL,
  given_at       DATETIME(6)  NOT NULL,
  KEY points_donation_donor (donor_id, id),
  KEY points_donation_community (community_id, id),
  CONSTRAINT points_donation_amount CHECK (amount > 0),
  CONSTRAINT points_donation_not_oneself CHECK (recipient_id IS NULL OR recipient_id <> donor_id),
  CONSTRAINT points_donation_transaction FOREIGN KEY (transaction_id) REFERENCES points_transaction (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A grant from the pool; above the policy's bound a second administrator decides.
CREATE TABLE pool_grant (
  id             BIGINT       NOT NULL PRIMARY KEY,
  community_id   BIGINT       NOT NULL,
  person_id      BIGINT       NOT NULL,
  amount         BIGINT       NOT NULL,
  -- read by the person too
  reason         VARCHAR(200) NOT NULL,
  -- ASKED, PAID, REFUSED
  status         VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  asked_by       BIGINT       NOT NULL,
  asked_at       DATETIME(6)  NOT NULL,
  decided_by     BIGINT       NULL,
  decided_at     DATETIME(6)  NULL,
  transaction_id BIGINT       NULL,
  KEY pool_grant_community (community_id, id),
  CONSTRAINT pool_grant_amount CHECK (amount > 0),
  CONSTRAINT pool_grant_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
