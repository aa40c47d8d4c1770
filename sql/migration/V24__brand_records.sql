-- What a brand keeps in a community: a JSON document by kind and key. Sealed fields stand apart, encrypted.
CREATE TABLE brand_record (
  id           BIGINT       NOT NULL PRIMARY KEY,
  brand        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  community_id BIGINT       NOT NULL,
  kind         VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_key   VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- schema number that it was written with; brought up on reading, never in place
  schema_no    INT          NOT NULL,
  data         MEDIUMTEXT   NOT NULL,
  sealed       MEDIUMBLOB   NULL,
  -- which key sealed it
  seal_key     CHAR(16)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  version      BIGINT       NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  changed_at   DATETIME(6)  NOT NULL,
  UNIQUE KEY brand_record_key (brand, community_id, kind, record_key),
  KEY brand_record_age (brand, community_id, kind, changed_at),
  CONSTRAINT brand_record_community FOREIGN KEY (community_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Values of declared indexes, for equality search, newest change first.
CREATE TABLE brand_record_index (
  record_id    BIGINT       NOT NULL,
  name         VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  brand        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  community_id BIGINT       NOT NULL,
  kind         VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value        VARCHAR(160) NOT NULL,
  changed_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (record_id, name),
  KEY brand_record_by (brand, community_id, kind, name, value, changed_at),
  CONSTRAINT brand_record_index_record FOREIGN KEY (record_id) REFERENCES brand_record (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- How many records a brand keeps in a community: floods are refused by a conditional update.
CREATE TABLE brand_record_count (
  brand        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  community_id BIGINT       NOT NULL,
  records      BIGINT       NOT NULL,
  PRIMARY KEY (brand, community_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
