-- 好人好事, 典型推荐. Every step is a conditional change of the status; the bonus is that of the rule on the day of announcement.
CREATE TABLE nomination (
  id              BIGINT        NOT NULL PRIMARY KEY,
  community_id    BIGINT        NOT NULL,
  -- GOOD_DEED, ROLE_MODEL
  kind            VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  nominee_id      BIGINT        NOT NULL,
  nominated_by    BIGINT        NOT NULL,
  nominated_at    DATETIME(6)   NOT NULL,
  story           VARCHAR(1000) NOT NULL,
  -- NOMINATED, SECONDED, ANNOUNCED, PAID, REJECTED, WITHDRAWN, OVERTURNED
  status          VARCHAR(16)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seconded_by     BIGINT        NULL,
  seconded_at     DATETIME(6)   NULL,
  -- size of the panel when it was seconded; so many votes of one kind decide
  needed          INT           NOT NULL DEFAULT 0,
  approvals       INT           NOT NULL DEFAULT 0,
  rejections      INT           NOT NULL DEFAULT 0,
  announced_from  DATE          NULL,
  -- last day for objections
  announced_until DATE          NULL,
  -- hundredths of a point
  bonus           BIGINT        NULL,
  transaction_id  BIGINT        NULL,
  settled_at      DATETIME(6)   NULL,
  version         BIGINT        NOT NULL DEFAULT 0,
  KEY nomination_community (community_id, status, id),
  KEY nomination_due (status, announced_until),
  CONSTRAINT nomination_of_another CHECK (nominee_id <> nominated_by),
  CONSTRAINT nomination_second_person CHECK (seconded_by IS NULL OR (seconded_by <> nominated_by AND seconded_by <> nominee_id)),
  CONSTRAINT nomination_nominee FOREIGN KEY (nominee_id) REFERENCES person (id),
  CONSTRAINT nomination_transaction FOREIGN KEY (transaction_id) REFERENCES points_transaction (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE nomination_vote (
  nomination_id BIGINT       NOT NULL,
  voter_id      BIGINT       NOT NULL,
  approve       TINYINT(1)   NOT NULL,
  note          VARCHAR(200) NOT NULL DEFAULT '',
  voted_at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (nomination_id, voter_id),
  CONSTRAINT nomination_vote_nomination FOREIGN KEY (nomination_id) REFERENCES nomination (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE nomination_objection (
  id            BIGINT       NOT NULL PRIMARY KEY,
  nomination_id BIGINT       NOT NULL,
  raised_by     BIGINT       NOT NULL,
  raised_at     DATETIME(6)  NOT NULL,
  reason        VARCHAR(500) NOT NULL,
  -- OPEN, UPHELD, DISMISSED
  status        VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  decided_by    BIGINT       NULL,
  decided_at    DATETIME(6)  NULL,
  answer        VARCHAR(300) NOT NULL DEFAULT '',
  UNIQUE KEY nomination_objection_once (nomination_id, raised_by),
  CONSTRAINT nomination_objection_nomination FOREIGN KEY (nomination_id) REFERENCES nomination (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
