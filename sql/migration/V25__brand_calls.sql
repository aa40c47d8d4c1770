-- What brands were asked and what it cost, by the minute; kept for thirty days.
CREATE TABLE brand_call (
  brand        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  community_id BIGINT       NOT NULL,
  point        VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  minute       DATETIME(6)  NOT NULL,
  calls        BIGINT       NOT NULL,
  failures     BIGINT       NOT NULL,
  micros       BIGINT       NOT NULL,
  slowest      BIGINT       NOT NULL,
  PRIMARY KEY (brand, community_id, point, minute),
  KEY brand_call_age (minute)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What waits for a plugin after a commit: events, due times, facts that may earn points, switching on and off. One node takes a
-- run at a time; after the eighth failure it is put aside.
CREATE TABLE brand_run (
  id           BIGINT       NOT NULL PRIMARY KEY,
  brand        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  community_id BIGINT       NOT NULL,
  -- AUTOMATION, POINTS, ENABLE, DISABLE, DEMO
  what         VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- name of the automation, or handler of the point policy
  name         VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  trigger_id   VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  payload      TEXT         NOT NULL,
  -- WAITING, DONE, DEAD
  state        VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts     INT          NOT NULL,
  due_at       DATETIME(6)  NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  last_error   VARCHAR(300) NULL,
  UNIQUE KEY brand_run_once (brand, community_id, what, name, trigger_id),
  KEY brand_run_due (state, due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
