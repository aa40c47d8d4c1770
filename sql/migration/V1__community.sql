-- The tree of organisation units (domain.md: OrgUnit). A COMMUNITY is the tenant.
-- Conventions of all migrations: SQL that MariaDB >= 11.4 and MySQL >= 8.0 both take; ids are time-ordered 64-bit;
-- instants are DATETIME(6) in UTC; points are BIGINT hundredths; codes are ascii_bin, texts utf8mb4_bin.
CREATE TABLE org_unit (
  id           BIGINT       NOT NULL PRIMARY KEY,
  parent_id    BIGINT       NULL,
  level        VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code         VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name         VARCHAR(120) NOT NULL,
  -- ids of the ancestors and of the node itself in base 36, each followed by '/': a subtree is a prefix
  path         VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the community at or above this node; NULL above the communities
  community_id BIGINT       NULL,
  -- schematic position in metres within the district, for distances between grids; no real location is kept
  east_m       INT          NULL,
  north_m      INT          NULL,
  -- telephone of the residents' centre, shown on every page
  phone        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  created_at   DATETIME(6)  NOT NULL,
  version      BIGINT       NOT NULL DEFAULT 0,
  UNIQUE KEY org_unit_code (code),
  UNIQUE KEY org_unit_path (path),
  KEY org_unit_children (parent_id, code),
  KEY org_unit_of_community (community_id, level),
  CONSTRAINT org_unit_parent FOREIGN KEY (parent_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Volunteer teams: a tree of its own, apart from the units (seed 001: 总队, 服务队, 支队, 分队).
CREATE TABLE team (
  id          BIGINT       NOT NULL PRIMARY KEY,
  parent_id   BIGINT       NULL,
  kind        VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name        VARCHAR(120) NOT NULL,
  org_unit_id BIGINT       NOT NULL,
  created_at  DATETIME(6)  NOT NULL,
  version     BIGINT       NOT NULL DEFAULT 0,
  UNIQUE KEY team_code (code),
  KEY team_children (parent_id),
  KEY team_of_unit (org_unit_id),
  CONSTRAINT team_parent FOREIGN KEY (parent_id) REFERENCES team (id),
  CONSTRAINT team_unit FOREIGN KEY (org_unit_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
