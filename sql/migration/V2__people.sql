CREATE TABLE person (
  id            BIGINT         NOT NULL PRIMARY KEY,
  community_id  BIGINT         NOT NULL,
  -- where the person lives: household group, building or grid; the community itself when unknown
  home_unit_id  BIGINT         NOT NULL,
  name          VARCHAR(100)   NOT NULL,
  -- pinyin initials and syllables of the name, for search ("wxy wangxiuying")
  name_pinyin   VARCHAR(200)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  -- AES-GCM; the blind index finds an equal number without decrypting
  phone_cipher  VARBINARY(255) NULL,
  phone_index   BINARY(32)     NULL,
  address       VARCHAR(200)   NOT NULL DEFAULT '',
  birth_year    SMALLINT       NULL,
  -- public number of a volunteer (never a phone or ID-card number)
  public_number VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  created_at    DATETIME(6)    NOT NULL,
  version       BIGINT         NOT NULL DEFAULT 0,
  UNIQUE KEY person_public_number (public_number),
  KEY person_of_community (community_id, id),
  KEY person_home (home_unit_id),
  KEY person_phone (phone_index),
  CONSTRAINT person_community FOREIGN KEY (community_id) REFERENCES org_unit (id),
  CONSTRAINT person_home_unit FOREIGN KEY (home_unit_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What a person signs in with: a login name of their own or the telephone number (by blind index).
CREATE TABLE account (
  person_id           BIGINT       NOT NULL PRIMARY KEY,
  login               VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  phone_index         BINARY(32)   NULL,
  password_hash       VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  password_changed_at DATETIME(6)  NOT NULL,
  failed_attempts     INT          NOT NULL DEFAULT 0,
  locked_until        DATETIME(6)  NULL,
  -- raised by a password change: sessions and tokens of an older epoch end
  epoch               INT          NOT NULL DEFAULT 0,
  version             BIGINT       NOT NULL DEFAULT 0,
  UNIQUE KEY account_login (login),
  UNIQUE KEY account_phone (phone_index),
  CONSTRAINT account_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Remember-me cookies and API bearer tokens; only SHA-256 hashes are kept.
CREATE TABLE access_token (
  id         BIGINT       NOT NULL PRIMARY KEY,
  person_id  BIGINT       NOT NULL,
  kind       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  label      VARCHAR(80)  NOT NULL DEFAULT '',
  token_hash BINARY(32)   NOT NULL,
  epoch      INT          NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  expires_at DATETIME(6)  NOT NULL,
  UNIQUE KEY access_token_hash (token_hash),
  KEY access_token_person (person_id, kind),
  CONSTRAINT access_token_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 任职: a role of a person at a unit, with dates. Rights reach down the tree, never up.
CREATE TABLE role_grant (
  id          BIGINT      NOT NULL PRIMARY KEY,
  person_id   BIGINT      NOT NULL,
  org_unit_id BIGINT      NOT NULL,
  role        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- PENDING (asked for), ACTIVE, REFUSED, ENDED
  status      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  valid_from  DATE        NOT NULL,
  valid_to    DATE        NULL,
  created_at  DATETIME(6) NOT NULL,
  decided_by  BIGINT      NULL,
  decided_at  DATETIME(6) NULL,
  version     BIGINT      NOT NULL DEFAULT 0,
  KEY role_grant_person (person_id, status),
  KEY role_grant_unit (org_unit_id, role, status),
  CONSTRAINT role_grant_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT role_grant_unit FOREIGN KEY (org_unit_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE skill (
  code    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  name_zh VARCHAR(60) NOT NULL,
  name_en VARCHAR(60) NOT NULL,
  position INT        NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE volunteer (
  person_id  BIGINT       NOT NULL PRIMARY KEY,
  -- not offered any order while paused
  paused     TINYINT(1)   NOT NULL DEFAULT 0,
  intro      VARCHAR(300) NOT NULL DEFAULT '',
  joined_on  DATE         NOT NULL,
  version    BIGINT       NOT NULL DEFAULT 0,
  CONSTRAINT volunteer_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE volunteer_skill (
  person_id  BIGINT      NOT NULL,
  skill_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (person_id, skill_code),
  KEY volunteer_skill_code (skill_code, person_id),
  CONSTRAINT volunteer_skill_volunteer FOREIGN KEY (person_id) REFERENCES volunteer (person_id),
  CONSTRAINT volunteer_skill_skill FOREIGN KEY (skill_code) REFERENCES skill (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Weekly hours in which a volunteer can serve, Asia/Shanghai, minutes of the day, end exclusive.
CREATE TABLE volunteer_availability (
  person_id   BIGINT   NOT NULL,
  weekday     TINYINT  NOT NULL,
  from_minute SMALLINT NOT NULL,
  to_minute   SMALLINT NOT NULL,
  PRIMARY KEY (person_id, weekday, from_minute),
  CONSTRAINT volunteer_availability_order CHECK (weekday BETWEEN 1 AND 7 AND from_minute >= 0 AND from_minute < to_minute AND to_minute <= 1440),
  CONSTRAINT volunteer_availability_volunteer FOREIGN KEY (person_id) REFERENCES volunteer (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE team_member (
  team_id   BIGINT     NOT NULL,
  person_id BIGINT     NOT NULL,
  leader    TINYINT(1) NOT NULL DEFAULT 0,
  joined_on DATE       NOT NULL,
  PRIMARY KEY (team_id, person_id),
  KEY team_member_person (person_id),
  CONSTRAINT team_member_team FOREIGN KEY (team_id) REFERENCES team (id),
  CONSTRAINT team_member_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
