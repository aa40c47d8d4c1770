-- Points that a brand grants: once for a key, and not more than the community approved in a day.
CREATE TABLE brand_grant (
  id           BIGINT       NOT NULL PRIMARY KEY,
  community_id BIGINT       NOT NULL,
  brand_id     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  grant_key    VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id    BIGINT       NOT NULL,
  amount       BIGINT       NOT NULL,
  granted_at   DATETIME(6)  NOT NULL,
  UNIQUE KEY brand_grant_once (community_id, brand_id, grant_key),
  CONSTRAINT brand_grant_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE brand_grant_day (
  community_id BIGINT      NOT NULL,
  brand_id     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  day          DATE        NOT NULL,
  amount       BIGINT      NOT NULL,
  PRIMARY KEY (community_id, brand_id, day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
