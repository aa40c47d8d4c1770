-- What each service record earned, also when that was nothing: the basis of the caps, of previews and of the answer to
-- "why did I get nothing?". Written in the transaction that pays the service; reason SERVICE with the record's id leads
-- to the posting.
CREATE TABLE service_points (
  record_id    BIGINT        NOT NULL PRIMARY KEY,
  community_id BIGINT        NOT NULL,
  person_id    BIGINT        NOT NULL,
  -- the day (Asia/Shanghai) on which the service ended
  served_on    DATE          NOT NULL,
  -- of the community's rule, 0 for the one built in
  edition      INT           NOT NULL,
  amount       BIGINT        NOT NULL,
  -- why nothing was earned (JSON, see PointsReceipt); NULL when something was: the posting has the receipt
  receipt      VARCHAR(2000) NULL,
  -- taken back: no longer counts for the caps
  reversed_at  DATETIME(6)   NULL,
  KEY service_points_caps (person_id, served_on, amount),
  CONSTRAINT service_points_amount CHECK (amount >= 0)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What was paid before there were editions.
INSERT INTO service_points (record_id, community_id, person_id, served_on, edition, amount, receipt, reversed_at)
  SELECT r.id, r.community_id, r.volunteer_id, DATE(DATE_ADD(r.ended_at, INTERVAL 8 HOUR)), 0,
         (SELECT SUM(e.amount) FROM ledger_entry e WHERE e.transaction_id = t.id AND e.amount > 0), NULL, v.posted_at
  FROM service_record r
  JOIN points_transaction t ON t.reason = 'SERVICE' AND t.source_id = r.id
  LEFT JOIN points_transaction v ON v.reverses_id = t.id;

-- Points of a reversed service record that could not be taken back because they were spent. Settled when the posting is
-- reversed after all.
CREATE TABLE points_shortfall (
  record_id      BIGINT      NOT NULL PRIMARY KEY,
  community_id   BIGINT      NOT NULL,
  person_id      BIGINT      NOT NULL,
  transaction_id BIGINT      NOT NULL,
  amount         BIGINT      NOT NULL,
  found_at       DATETIME(6) NOT NULL,
  KEY points_shortfall_community (community_id, found_at),
  CONSTRAINT points_shortfall_transaction FOREIGN KEY (transaction_id) REFERENCES points_transaction (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
