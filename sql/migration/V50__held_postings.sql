-- What the detectors kept back, and why: paid later or never, with an appeal. One row for a service or for a brand's grant.
CREATE TABLE held_posting (
  id           BIGINT        NOT NULL PRIMARY KEY,
  community_id BIGINT        NOT NULL,
  person_id    BIGINT        NOT NULL,
  -- SERVICE: a service record; BRAND: a grant of a brand
  source       VARCHAR(8)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_id    BIGINT        NOT NULL,
  -- hundredths of a point, as it was reckoned when it was held
  amount       BIGINT        NOT NULL,
  title        VARCHAR(200)  NOT NULL,
  receipt      VARCHAR(2000) NOT NULL,
  -- JSON: what was found, code and arguments
  findings     VARCHAR(2000) NOT NULL,
  -- who entered or confirmed it: decides nothing here
  involved_id  BIGINT        NULL,
  -- HELD, REFUSED, APPEALED, RELEASED, DISMISSED, WITHDRAWN (see HeldStatus)
  status       VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  held_at      DATETIME(6)   NOT NULL,
  appeal       VARCHAR(500)  NOT NULL DEFAULT '',
  appealed_at  DATETIME(6)   NULL,
  refused_by   BIGINT        NULL,
  decided_by   BIGINT        NULL,
  decided_at   DATETIME(6)   NULL,
  decision     VARCHAR(500)  NOT NULL DEFAULT '',
  UNIQUE KEY held_posting_once (source, source_id),
  KEY held_posting_queue (community_id, status, id),
  KEY held_posting_person (person_id, id),
  CONSTRAINT held_posting_amount CHECK (amount > 0),
  CONSTRAINT held_posting_community FOREIGN KEY (community_id) REFERENCES org_unit (id),
  CONSTRAINT held_posting_of_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a community set other than the defaults (see Threshold).
CREATE TABLE check_threshold (
  community_id BIGINT      NOT NULL,
  code         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  number       INT         NOT NULL,
  PRIMARY KEY (community_id, code),
  CONSTRAINT check_threshold_community FOREIGN KEY (community_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
