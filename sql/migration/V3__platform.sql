-- A POST that was answered: the same key again is answered the same (kept 24 hours).
CREATE TABLE idempotency_record (
  caller     VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  idem_key   VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  request    BINARY(32)   NOT NULL,
  status     SMALLINT     NULL,
  location   VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
  etag       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  body       MEDIUMTEXT   NULL,
  created_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (caller, idem_key),
  KEY idempotency_age (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What must leave the transaction: appended in it, relayed after commit at least once.
CREATE TABLE outbox_message (
  id           BIGINT       NOT NULL PRIMARY KEY,
  topic        VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload      TEXT         NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  available_at DATETIME(6)  NOT NULL,
  attempts     INT          NOT NULL DEFAULT 0,
  last_error   VARCHAR(500) NULL,
  KEY outbox_due (available_at, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Who did what to what: append-only, for administrators and auditors.
CREATE TABLE audit_entry (
  id           BIGINT       NOT NULL PRIMARY KEY,
  at           DATETIME(6)  NOT NULL,
  actor_id     BIGINT       NULL,
  actor_name   VARCHAR(100) NOT NULL,
  community_id BIGINT       NULL,
  action       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  object_type  VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  object_id    BIGINT       NULL,
  detail       VARCHAR(500) NOT NULL DEFAULT '',
  KEY audit_of_community (community_id, id),
  KEY audit_of_object (object_type, object_id, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE notice (
  id         BIGINT       NOT NULL PRIMARY KEY,
  person_id  BIGINT       NOT NULL,
  code       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- JSON array of the arguments of the message with that code
  arguments  VARCHAR(800) NOT NULL DEFAULT '[]',
  link       VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  -- the outbox may deliver twice: once per person and fact
  dedup_key  VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  read_at    DATETIME(6)  NULL,
  UNIQUE KEY notice_once (person_id, dedup_key),
  KEY notice_inbox (person_id, id),
  CONSTRAINT notice_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
