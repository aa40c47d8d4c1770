-- A proof of a whole chain against the tables, made by night or when an auditor asks.
CREATE TABLE journal_check (
  id           BIGINT       NOT NULL PRIMARY KEY,
  community_id BIGINT       NOT NULL,
  -- the day whose nightly check it is, so that of several nodes one makes it; NULL: somebody asked
  night        DATE         NULL,
  asked_by     BIGINT       NULL,
  begun_at     DATETIME(6)  NOT NULL,
  -- NULL: not yet, or its node was stopped meanwhile
  ended_at     DATETIME(6)  NULL,
  -- proved, up to the first broken one
  entries      BIGINT       NOT NULL DEFAULT 0,
  -- NULL: whole; else the kind of damage (org.linli.journal.Finding.Why), the entry and what was met
  broken       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  broken_seq   BIGINT       NOT NULL DEFAULT 0,
  detail       VARCHAR(300) NOT NULL DEFAULT '',
  UNIQUE KEY journal_check_night (community_id, night),
  KEY journal_check_of_community (community_id, id),
  CONSTRAINT journal_check_community FOREIGN KEY (community_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
