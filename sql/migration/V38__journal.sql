-- The journal that proves itself (ledger/RATIONALE.md): every fact of the points ledger and of the legal time record is
-- chained by hash, per community. What a fact says stays in its own tables; here is only what it hashed to.

-- Facts that are committed and not in the chain yet: written in the transaction of the fact, taken by the sealer about a
-- second later. No foreign keys and no second index: it is on the path of every posting.
CREATE TABLE journal_pending (
  community_id BIGINT      NOT NULL,
  -- POINTS: a points_transaction with its entries, SERVICE: a service_record
  kind         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_id    BIGINT      NOT NULL,
  entered_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (community_id, kind, source_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The chain; only ever inserted. hash: SHA-256 over the canonical entry, which names the hash before it.
CREATE TABLE journal_entry (
  community_id BIGINT      NOT NULL,
  -- 1, 2, 3 … without gaps
  seq          BIGINT      NOT NULL,
  kind         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_id    BIGINT      NOT NULL,
  sealed_at    DATETIME(6) NOT NULL,
  -- every fact that was committed by then stands at or before this entry
  settled      TINYINT(1)  NOT NULL,
  hash         BINARY(32)  NOT NULL,
  PRIMARY KEY (community_id, seq),
  UNIQUE KEY journal_entry_once (kind, source_id),
  CONSTRAINT journal_entry_community FOREIGN KEY (community_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The end of each chain; whoever seals holds its lock.
CREATE TABLE journal_head (
  community_id BIGINT      NOT NULL PRIMARY KEY,
  seq          BIGINT      NOT NULL,
  hash         BINARY(32)  NOT NULL,
  -- of the last entry; the sealer never goes back in time, nor into a day whose root was published
  sealed_at    DATETIME(6) NOT NULL,
  CONSTRAINT journal_head_community FOREIGN KEY (community_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The day's root: where the chain ended when a day of the portal's time zone ended. Published; only ever inserted.
CREATE TABLE journal_day (
  community_id BIGINT      NOT NULL,
  day          DATE        NOT NULL,
  seq          BIGINT      NOT NULL,
  hash         BINARY(32)  NOT NULL,
  closed_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (community_id, day),
  CONSTRAINT journal_day_community FOREIGN KEY (community_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What was there before the journal becomes its beginning.
INSERT INTO journal_pending (community_id, kind, source_id, entered_at)
  SELECT community_id, 'SERVICE', id, recorded_at FROM service_record;
INSERT INTO journal_pending (community_id, kind, source_id, entered_at)
  SELECT community_id, 'POINTS', id, posted_at FROM points_transaction;
