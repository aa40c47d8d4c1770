-- 活动: dates at which people meet, alone or of a series; of the community itself or of one of its brands.
CREATE TABLE activity_series (
  id            BIGINT         NOT NULL PRIMARY KEY,
  community_id  BIGINT         NOT NULL,
  -- NULL: the community's own
  brand_id      VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- the brand's own name for it, unique in brand and community; NULL for the community's own
  plan_key      VARCHAR(120)   CHARACTER SET ascii COLLATE ascii_bin NULL,
  kind          VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title         VARCHAR(120)   NOT NULL,
  unit_id       BIGINT         NOT NULL,
  place         VARCHAR(200)   NOT NULL DEFAULT '',
  team_id       BIGINT         NULL,
  -- the first date
  starts_at     DATETIME(6)    NOT NULL,
  ends_at       DATETIME(6)    NOT NULL,
  -- every so many DAY, WEEK or MONTH; recur_unit NULL: one date alone
  recur_every   INT            NOT NULL DEFAULT 1,
  recur_unit    VARCHAR(8)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- 1 (Monday) to 7, such as '135'; '' for the weekday of the first date
  weekdays      VARCHAR(7)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  until_at      DATETIME(6)    NULL,
  capacity      INT            NULL,
  -- ids of who is on each new date, comma between
  assigned      VARCHAR(2000)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  -- the brand's own (JSON)
  data          MEDIUMTEXT     NOT NULL,
  -- dates before this instant exist
  planned_until DATETIME(6)    NOT NULL,
  ended_at      DATETIME(6)    NULL,
  -- its brand is laid down at present
  hidden        TINYINT(1)     NOT NULL DEFAULT 0,
  created_at    DATETIME(6)    NOT NULL,
  version       BIGINT         NOT NULL DEFAULT 0,
  UNIQUE KEY activity_series_key (community_id, brand_id, plan_key),
  KEY activity_series_ahead (planned_until),
  CONSTRAINT activity_series_times CHECK (ends_at > starts_at),
  CONSTRAINT activity_series_community FOREIGN KEY (community_id) REFERENCES org_unit (id),
  CONSTRAINT activity_series_unit FOREIGN KEY (unit_id) REFERENCES org_unit (id),
  CONSTRAINT activity_series_team FOREIGN KEY (team_id) REFERENCES team (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE activity (
  id            BIGINT         NOT NULL PRIMARY KEY,
  series_id     BIGINT         NULL,
  community_id  BIGINT         NOT NULL,
  brand_id      VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  kind          VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title         VARCHAR(120)   NOT NULL,
  unit_id       BIGINT         NOT NULL,
  place         VARCHAR(200)   NOT NULL DEFAULT '',
  team_id       BIGINT         NULL,
  starts_at     DATETIME(6)    NOT NULL,
  ends_at       DATETIME(6)    NOT NULL,
  -- how many may sign up; NULL: no bound; 0: nobody, it is for those assigned
  capacity      INT            NULL,
  -- PLANNED, FINISHED, CANCELLED
  status        VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hidden        TINYINT(1)     NOT NULL DEFAULT 0,
  signed_up     INT            NOT NULL DEFAULT 0,
  waiting       INT            NOT NULL DEFAULT 0,
  -- how many people were counted
  heads         INT            NOT NULL DEFAULT 0,
  -- what happened, or why it was cancelled
  journal       VARCHAR(1000)  NOT NULL DEFAULT '',
  data          MEDIUMTEXT     NOT NULL,
  created_at    DATETIME(6)    NOT NULL,
  settled_at    DATETIME(6)    NULL,
  -- rises with each change of who comes
  roster        BIGINT         NOT NULL DEFAULT 0,
  -- rises with each change of plan or status
  version       BIGINT         NOT NULL DEFAULT 0,
  UNIQUE KEY activity_once (series_id, starts_at),
  KEY activity_calendar (community_id, starts_at, id),
  KEY activity_brand (community_id, brand_id, kind, starts_at),
  CONSTRAINT activity_times CHECK (ends_at > starts_at),
  CONSTRAINT activity_places CHECK (signed_up >= 0 AND waiting >= 0 AND (capacity IS NULL OR signed_up <= capacity)),
  CONSTRAINT activity_series FOREIGN KEY (series_id) REFERENCES activity_series (id),
  CONSTRAINT activity_community FOREIGN KEY (community_id) REFERENCES org_unit (id),
  CONSTRAINT activity_unit FOREIGN KEY (unit_id) REFERENCES org_unit (id),
  CONSTRAINT activity_team FOREIGN KEY (team_id) REFERENCES team (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE activity_person (
  activity_id BIGINT      NOT NULL,
  person_id   BIGINT      NOT NULL,
  -- ASSIGNED, SIGNED_UP, WAITING, ATTENDED, ABSENT, WITHDRAWN
  state       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- attended
  minutes     INT         NOT NULL DEFAULT 0,
  -- since when they are in that state: the waiting list goes by it
  at          DATETIME(6) NOT NULL,
  PRIMARY KEY (activity_id, person_id),
  KEY activity_person_of (person_id, state),
  CONSTRAINT activity_person_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
  CONSTRAINT activity_person_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
