-- What a brand adds to an order: fields, a parent, a time by which it must be done, and the step that waits.
CREATE TABLE order_extension (
  order_id     BIGINT       NOT NULL PRIMARY KEY,
  community_id BIGINT       NOT NULL,
  brand_id     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type_code    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- JSON object of the declared fields
  fields       TEXT         NOT NULL,
  confidential TINYINT(1)   NOT NULL DEFAULT 0,
  parent_id    BIGINT       NULL,
  is_open      TINYINT(1)   NOT NULL DEFAULT 1,
  -- when it must be done, and whether the brand was told that it was not
  due_at       DATETIME(6)  NULL,
  overdue_at   DATETIME(6)  NULL,
  -- the step that waits, NULL for none
  step_code    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  step_due_at  DATETIME(6)  NULL,
  step_overdue_at DATETIME(6) NULL,
  placed_at    DATETIME(6)  NOT NULL,
  KEY order_extension_type (community_id, brand_id, type_code, is_open, order_id),
  KEY order_extension_parent (parent_id),
  KEY order_extension_due (is_open, overdue_at, due_at),
  KEY order_extension_step_due (is_open, step_overdue_at, step_due_at),
  CONSTRAINT order_extension_order FOREIGN KEY (order_id) REFERENCES service_order (id),
  CONSTRAINT order_extension_parent FOREIGN KEY (parent_id) REFERENCES service_order (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Keys of open orders: while the row is there, another order with the key is not placed. It goes when the order ends.
CREATE TABLE order_live_key (
  community_id BIGINT       NOT NULL,
  brand_id     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  live_key     VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  order_id     BIGINT       NOT NULL,
  PRIMARY KEY (community_id, brand_id, live_key),
  KEY order_live_key_order (order_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- People in roles beyond principal, placer and volunteer.
CREATE TABLE order_participant (
  order_id  BIGINT      NOT NULL,
  role_code VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id BIGINT      NOT NULL,
  PRIMARY KEY (order_id, role_code, person_id),
  KEY order_participant_person (person_id, order_id),
  CONSTRAINT order_participant_order FOREIGN KEY (order_id) REFERENCES service_order (id),
  CONSTRAINT order_participant_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Steps that were taken, with what was put in. Append-only until the brand is purged.
CREATE TABLE order_step (
  id        BIGINT       NOT NULL PRIMARY KEY,
  order_id  BIGINT       NOT NULL,
  step_code VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at        DATETIME(6)  NOT NULL,
  actor_id  BIGINT       NOT NULL,
  -- NULL: the step still waits, as one signature of two does
  outcome   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  input     TEXT         NOT NULL,
  note      VARCHAR(500) NOT NULL DEFAULT '',
  KEY order_step_order (order_id, id),
  CONSTRAINT order_step_order FOREIGN KEY (order_id) REFERENCES service_order (id),
  CONSTRAINT order_step_actor FOREIGN KEY (actor_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
