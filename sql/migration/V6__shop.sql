CREATE TABLE reward_item (
  id           BIGINT       NOT NULL PRIMARY KEY,
  community_id BIGINT       NOT NULL,
  name         VARCHAR(80)  NOT NULL,
  name_en      VARCHAR(120) NOT NULL DEFAULT '',
  description  VARCHAR(300) NOT NULL DEFAULT '',
  icon         VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'gift',
  -- hundredths of a point for one piece
  price        BIGINT       NOT NULL,
  -- pieces that may still be redeemed; reserved pieces have left it
  stock        INT          NOT NULL,
  active       TINYINT(1)   NOT NULL DEFAULT 1,
  created_at   DATETIME(6)  NOT NULL,
  version      BIGINT       NOT NULL DEFAULT 0,
  UNIQUE KEY reward_item_name (community_id, name),
  CONSTRAINT reward_item_stock CHECK (stock >= 0),
  CONSTRAINT reward_item_price CHECK (price > 0),
  CONSTRAINT reward_item_community FOREIGN KEY (community_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE redemption (
  id           BIGINT      NOT NULL PRIMARY KEY,
  community_id BIGINT      NOT NULL,
  item_id      BIGINT      NOT NULL,
  person_id    BIGINT      NOT NULL,
  quantity     INT         NOT NULL,
  -- hundredths of a point, quantity × price at that time
  total        BIGINT      NOT NULL,
  -- RESERVED, PICKED_UP, CANCELLED, EXPIRED
  status       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- eight digits shown at the counter; live_code equals it while RESERVED and is NULL after
  pickup_code  CHAR(8)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  live_code    CHAR(8)     CHARACTER SET ascii COLLATE ascii_bin NULL,
  hold_id      BIGINT      NOT NULL,
  reserved_at  DATETIME(6) NOT NULL,
  expires_at   DATETIME(6) NOT NULL,
  settled_at   DATETIME(6) NULL,
  settled_by   BIGINT      NULL,
  note         VARCHAR(300) NOT NULL DEFAULT '',
  version      BIGINT      NOT NULL DEFAULT 0,
  UNIQUE KEY redemption_live_code (community_id, live_code),
  UNIQUE KEY redemption_hold (hold_id),
  KEY redemption_person (person_id, id),
  KEY redemption_counter (community_id, status, id),
  KEY redemption_due (status, expires_at),
  CONSTRAINT redemption_quantity CHECK (quantity BETWEEN 1 AND 20),
  CONSTRAINT redemption_item FOREIGN KEY (item_id) REFERENCES reward_item (id),
  CONSTRAINT redemption_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT redemption_hold FOREIGN KEY (hold_id) REFERENCES points_hold (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Every change of a stock: delivery, count, reservation, return. Append-only.
CREATE TABLE stock_movement (
  id        BIGINT      NOT NULL PRIMARY KEY,
  item_id   BIGINT      NOT NULL,
  delta     INT         NOT NULL,
  -- DELIVERED, CORRECTED, RESERVED, RETURNED
  reason    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source_id BIGINT      NULL,
  at        DATETIME(6) NOT NULL,
  actor_id  BIGINT      NULL,
  note      VARCHAR(200) NOT NULL DEFAULT '',
  UNIQUE KEY stock_movement_once (reason, source_id),
  KEY stock_movement_item (item_id, id),
  CONSTRAINT stock_movement_item FOREIGN KEY (item_id) REFERENCES reward_item (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
