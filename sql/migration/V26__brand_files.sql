-- Photos that people put into a brand's forms, drawn anew. What no accepted form named goes after two days.
CREATE TABLE brand_upload (
  id           BIGINT       NOT NULL PRIMARY KEY,
  brand        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  community_id BIGINT       NOT NULL,
  uploaded_by  BIGINT       NOT NULL,
  content      MEDIUMBLOB   NOT NULL,
  kept         BOOLEAN      NOT NULL DEFAULT FALSE,
  created_at   DATETIME(6)  NOT NULL,
  KEY brand_upload_scope (brand, community_id, uploaded_by, created_at),
  KEY brand_upload_loose (kept, created_at),
  CONSTRAINT brand_upload_community FOREIGN KEY (community_id) REFERENCES org_unit (id),
  CONSTRAINT brand_upload_person FOREIGN KEY (uploaded_by) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Documents that were rendered for a brand, one for each record and name.
CREATE TABLE brand_document (
  id           BIGINT       NOT NULL PRIMARY KEY,
  brand        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  community_id BIGINT       NOT NULL,
  kind         VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  record_key   VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name         VARCHAR(80)  NOT NULL,
  content      MEDIUMBLOB   NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  UNIQUE KEY brand_document_once (brand, community_id, kind, record_key),
  CONSTRAINT brand_document_community FOREIGN KEY (community_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
