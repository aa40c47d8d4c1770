-- A brand in a community. No row: off, and nothing of it is left.
CREATE TABLE brand_binding (
  brand_id     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  community_id BIGINT       NOT NULL,
  -- ON, SUSPENDED, DISABLED
  state        VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the release to which the community was last switched
  version      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation   BIGINT       NOT NULL,
  -- why it is suspended: a code
  reason       VARCHAR(100) NULL,
  -- the needs that were shown and approved, one a line
  approved     VARCHAR(1000) NOT NULL,
  settings     MEDIUMTEXT   NOT NULL,
  exported_at  DATETIME(6)  NULL,
  changed_at   DATETIME(6)  NOT NULL,
  revision     BIGINT       NOT NULL DEFAULT 0,
  PRIMARY KEY (brand_id, community_id),
  KEY brand_binding_community (community_id),
  CONSTRAINT brand_binding_unit FOREIGN KEY (community_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Roles of a brand, given to people of the community.
CREATE TABLE brand_role (
  id           BIGINT      NOT NULL PRIMARY KEY,
  brand_id     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  community_id BIGINT      NOT NULL,
  person_id    BIGINT      NOT NULL,
  role         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  valid_from   DATE        NOT NULL,
  -- last day, null for open-ended
  valid_to     DATE        NULL,
  given_by     BIGINT      NOT NULL,
  given_at     DATETIME(6) NOT NULL,
  UNIQUE KEY brand_role_once (brand_id, community_id, role, person_id),
  KEY brand_role_person (person_id, brand_id),
  CONSTRAINT brand_role_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT brand_role_binding FOREIGN KEY (brand_id, community_id)
    REFERENCES brand_binding (brand_id, community_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
