-- Keys of publishers whose releases this portal takes; the operator keeps them. An ended key signs nothing new.
CREATE TABLE brand_publisher_key (
  id         BIGINT         NOT NULL PRIMARY KEY,
  publisher  VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- Ed25519, X.509 SubjectPublicKeyInfo
  public_key VARBINARY(60)  NOT NULL,
  added_at   DATETIME(6)    NOT NULL,
  ended_at   DATETIME(6)    NULL,
  UNIQUE KEY brand_publisher_key_once (publisher, public_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One version of a brand: STAGED, VERIFIED, ACTIVE, RETIRED or REJECTED.
CREATE TABLE brand_release (
  id          BIGINT       NOT NULL PRIMARY KEY,
  brand_id    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sha256      CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  size        INT          NOT NULL,
  publisher   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- the key that signed it; null only in a portal that takes unsigned brands
  key_id      BIGINT       NULL,
  status      VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- why it was rejected: a code and its arguments, one a line
  reason      VARCHAR(500) NULL,
  -- brand.yaml and settings.schema.json as they are in the jar
  descriptor  MEDIUMTEXT   NOT NULL,
  settings    MEDIUMTEXT   NOT NULL,
  -- name and summary in both languages, as JSON: shown without loading a class
  titles      VARCHAR(2000) NOT NULL,
  uploaded_by BIGINT       NOT NULL,
  uploaded_at DATETIME(6)  NOT NULL,
  changed_at  DATETIME(6)  NOT NULL,
  revision    BIGINT       NOT NULL DEFAULT 0,
  UNIQUE KEY brand_release_version (brand_id, version),
  UNIQUE KEY brand_release_bytes (sha256),
  CONSTRAINT brand_release_key FOREIGN KEY (key_id) REFERENCES brand_publisher_key (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The jar in pieces of at most 1 MiB: no server needs a larger packet for it.
CREATE TABLE brand_jar (
  release_id BIGINT     NOT NULL,
  part       INT        NOT NULL,
  content    MEDIUMBLOB NOT NULL,
  PRIMARY KEY (release_id, part),
  CONSTRAINT brand_jar_release FOREIGN KEY (release_id) REFERENCES brand_release (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Which release of a brand works: nodes compare and set the generation, and follow it.
CREATE TABLE brand_pointer (
  brand_id      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  generation    BIGINT      NOT NULL,
  release_id    BIGINT      NULL,
  -- to which it goes back when the release fails before the health window ends
  previous_id   BIGINT      NULL,
  healthy_at    DATETIME(6) NOT NULL,
  activated_by  BIGINT      NOT NULL,
  activated_at  DATETIME(6) NOT NULL,
  CONSTRAINT brand_pointer_release FOREIGN KEY (release_id) REFERENCES brand_release (id),
  CONSTRAINT brand_pointer_previous FOREIGN KEY (previous_id) REFERENCES brand_release (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What each node says of the generation that it follows.
CREATE TABLE brand_node (
  node       VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  brand_id   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  generation BIGINT       NOT NULL,
  state      VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  detail     VARCHAR(300) NOT NULL DEFAULT '',
  at         DATETIME(6)  NOT NULL,
  PRIMARY KEY (node, brand_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- A start that was begun and not ended: what a portal that died of a plugin leaves behind.
CREATE TABLE brand_start (
  release_id BIGINT      NOT NULL,
  node       VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts   INT         NOT NULL,
  at         DATETIME(6) NOT NULL,
  PRIMARY KEY (release_id, node),
  CONSTRAINT brand_start_release FOREIGN KEY (release_id) REFERENCES brand_release (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
