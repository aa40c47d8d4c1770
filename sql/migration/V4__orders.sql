CREATE TABLE service_category (
  code     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  name_zh  VARCHAR(60) NOT NULL,
  name_en  VARCHAR(60) NOT NULL,
  icon     VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position INT         NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 准入清单: what is not listed cannot be ordered. Each community keeps its own catalogue.
CREATE TABLE service_item (
  id               BIGINT       NOT NULL PRIMARY KEY,
  community_id     BIGINT       NOT NULL,
  category_code    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name             VARCHAR(80)  NOT NULL,
  name_en          VARCHAR(120) NOT NULL DEFAULT '',
  description      VARCHAR(500) NOT NULL DEFAULT '',
  expected_minutes INT          NOT NULL,
  -- hundredths of a point for an hour of service
  points_rate      BIGINT       NOT NULL,
  risk_note        VARCHAR(300) NOT NULL DEFAULT '',
  active           TINYINT(1)   NOT NULL DEFAULT 1,
  created_at       DATETIME(6)  NOT NULL,
  version          BIGINT       NOT NULL DEFAULT 0,
  UNIQUE KEY service_item_name (community_id, name),
  CONSTRAINT service_item_minutes CHECK (expected_minutes BETWEEN 5 AND 720),
  CONSTRAINT service_item_rate CHECK (points_rate BETWEEN 0 AND 100000),
  CONSTRAINT service_item_community FOREIGN KEY (community_id) REFERENCES org_unit (id),
  CONSTRAINT service_item_category FOREIGN KEY (category_code) REFERENCES service_category (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE service_item_skill (
  item_id    BIGINT      NOT NULL,
  skill_code VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (item_id, skill_code),
  CONSTRAINT service_item_skill_item FOREIGN KEY (item_id) REFERENCES service_item (id),
  CONSTRAINT service_item_skill_skill FOREIGN KEY (skill_code) REFERENCES skill (code)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 流程包: versioned data; a row in use is never edited, a change is a new version.
CREATE TABLE flow_pack (
  id         BIGINT      NOT NULL PRIMARY KEY,
  code       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  edition    INT         NOT NULL,
  name_zh    VARCHAR(60) NOT NULL,
  name_en    VARCHAR(60) NOT NULL,
  -- JSON: stages with actor and time limit (see FlowPack)
  stages     TEXT        NOT NULL,
  created_at DATETIME(6) NOT NULL,
  UNIQUE KEY flow_pack_edition (code, edition)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Which pack new orders of a community follow.
CREATE TABLE community_flow (
  community_id BIGINT NOT NULL PRIMARY KEY,
  flow_pack_id BIGINT NOT NULL,
  version      BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT community_flow_community FOREIGN KEY (community_id) REFERENCES org_unit (id),
  CONSTRAINT community_flow_pack FOREIGN KEY (flow_pack_id) REFERENCES flow_pack (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE service_order (
  id               BIGINT       NOT NULL PRIMARY KEY,
  -- what people read out on the phone: yymmdd-XXXXX
  number           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  community_id     BIGINT       NOT NULL,
  -- where the service happens: grid or below
  unit_id          BIGINT       NOT NULL,
  item_id          BIGINT       NOT NULL,
  flow_pack_id     BIGINT       NOT NULL,
  -- who needs it, and who placed it (a proxy with recorded consent when they differ)
  principal_id     BIGINT       NOT NULL,
  placer_id        BIGINT       NOT NULL,
  consent_note     VARCHAR(300) NULL,
  status           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  description      VARCHAR(500) NOT NULL DEFAULT '',
  address          VARCHAR(200) NOT NULL,
  wanted_from      DATETIME(6)  NOT NULL,
  wanted_to        DATETIME(6)  NOT NULL,
  -- of the item at the time of the order
  expected_minutes INT          NOT NULL,
  points_rate      BIGINT       NOT NULL,
  -- six digits that the resident shows; the volunteer checks in with them
  check_in_code    CHAR(6)      CHARACTER SET ascii COLLATE ascii_bin NULL,
  check_in_failures INT         NOT NULL DEFAULT 0,
  placed_at        DATETIME(6)  NOT NULL,
  -- when the present status was reached, and when its time limit ends (NULL: no limit)
  status_since     DATETIME(6)  NOT NULL,
  due_at           DATETIME(6)  NULL,
  started_at       DATETIME(6)  NULL,
  completed_at     DATETIME(6)  NULL,
  -- nobody answered in time: the parent unit sees it
  escalated_at     DATETIME(6)  NULL,
  version          BIGINT       NOT NULL DEFAULT 0,
  UNIQUE KEY service_order_number (community_id, number),
  KEY service_order_queue (community_id, status, id),
  KEY service_order_principal (principal_id, id),
  KEY service_order_placer (placer_id, id),
  KEY service_order_due (status, due_at),
  CONSTRAINT service_order_window CHECK (wanted_to > wanted_from),
  CONSTRAINT service_order_community FOREIGN KEY (community_id) REFERENCES org_unit (id),
  CONSTRAINT service_order_unit FOREIGN KEY (unit_id) REFERENCES org_unit (id),
  CONSTRAINT service_order_item FOREIGN KEY (item_id) REFERENCES service_item (id),
  CONSTRAINT service_order_pack FOREIGN KEY (flow_pack_id) REFERENCES flow_pack (id),
  CONSTRAINT service_order_principal FOREIGN KEY (principal_id) REFERENCES person (id),
  CONSTRAINT service_order_placer FOREIGN KEY (placer_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 派单: an offer to one volunteer or to one team; the first who accepts has the order.
CREATE TABLE dispatch (
  id           BIGINT       NOT NULL PRIMARY KEY,
  order_id     BIGINT       NOT NULL,
  volunteer_id BIGINT       NULL,
  team_id      BIGINT       NULL,
  -- OFFERED, ACCEPTED, DECLINED, LAPSED, WITHDRAWN
  status       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- why this candidate, as the dispatcher saw it (JSON)
  reasons      VARCHAR(1500) NOT NULL DEFAULT '[]',
  offered_by   BIGINT       NOT NULL,
  offered_at   DATETIME(6)  NOT NULL,
  expires_at   DATETIME(6)  NOT NULL,
  answered_at  DATETIME(6)  NULL,
  answer_note  VARCHAR(300) NULL,
  version      BIGINT       NOT NULL DEFAULT 0,
  KEY dispatch_of_order (order_id, status),
  KEY dispatch_inbox (volunteer_id, status),
  KEY dispatch_team (team_id, status),
  KEY dispatch_due (status, expires_at),
  CONSTRAINT dispatch_one_addressee CHECK ((volunteer_id IS NULL) <> (team_id IS NULL)),
  CONSTRAINT dispatch_order FOREIGN KEY (order_id) REFERENCES service_order (id),
  CONSTRAINT dispatch_volunteer FOREIGN KEY (volunteer_id) REFERENCES volunteer (person_id),
  CONSTRAINT dispatch_team FOREIGN KEY (team_id) REFERENCES team (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 接单. live_order_id is the order's id while the assignment lives and NULL after: at most one lives (invariant 3).
CREATE TABLE assignment (
  id            BIGINT       NOT NULL PRIMARY KEY,
  order_id      BIGINT       NOT NULL,
  live_order_id BIGINT       NULL,
  dispatch_id   BIGINT       NOT NULL,
  volunteer_id  BIGINT       NOT NULL,
  accepted_at   DATETIME(6)  NOT NULL,
  ended_at      DATETIME(6)  NULL,
  -- DONE, RELEASED (the volunteer gave it back), CANCELLED
  end_reason    VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  -- what the volunteer wrote at the end of the service
  journal       VARCHAR(2000) NULL,
  claimed_minutes INT        NULL,
  version       BIGINT       NOT NULL DEFAULT 0,
  UNIQUE KEY assignment_one_live (live_order_id),
  KEY assignment_of_order (order_id),
  KEY assignment_of_volunteer (volunteer_id, ended_at),
  CONSTRAINT assignment_order FOREIGN KEY (order_id) REFERENCES service_order (id),
  CONSTRAINT assignment_dispatch FOREIGN KEY (dispatch_id) REFERENCES dispatch (id),
  CONSTRAINT assignment_volunteer FOREIGN KEY (volunteer_id) REFERENCES volunteer (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Every transition of an order: who, when, what, why. Append-only.
CREATE TABLE order_event (
  id          BIGINT       NOT NULL PRIMARY KEY,
  order_id    BIGINT       NOT NULL,
  at          DATETIME(6)  NOT NULL,
  -- NULL: the portal itself (a time limit passed)
  actor_id    BIGINT       NULL,
  action      VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  from_status VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  to_status   VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note        VARCHAR(500) NOT NULL DEFAULT '',
  KEY order_event_timeline (order_id, id),
  CONSTRAINT order_event_order FOREIGN KEY (order_id) REFERENCES service_order (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 服务记录: the legal time record; append-only, one for an order.
CREATE TABLE service_record (
  id           BIGINT      NOT NULL PRIMARY KEY,
  order_id     BIGINT      NOT NULL,
  community_id BIGINT      NOT NULL,
  volunteer_id BIGINT      NOT NULL,
  resident_id  BIGINT      NOT NULL,
  item_id      BIGINT      NOT NULL,
  started_at   DATETIME(6) NOT NULL,
  ended_at     DATETIME(6) NOT NULL,
  minutes      INT         NOT NULL,
  -- B: one code and confirmation, C: confirmation only, D: proxy confirmation or confirmed by default
  evidence     CHAR(1)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at  DATETIME(6) NOT NULL,
  UNIQUE KEY service_record_order (order_id),
  KEY service_record_volunteer (volunteer_id, recorded_at),
  KEY service_record_community (community_id, recorded_at),
  CONSTRAINT service_record_minutes CHECK (minutes > 0),
  CONSTRAINT service_record_order FOREIGN KEY (order_id) REFERENCES service_order (id),
  CONSTRAINT service_record_volunteer FOREIGN KEY (volunteer_id) REFERENCES volunteer (person_id),
  CONSTRAINT service_record_resident FOREIGN KEY (resident_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE review (
  order_id          BIGINT       NOT NULL PRIMARY KEY,
  -- NULL: confirmed by default after the time limit
  reviewer_id       BIGINT       NULL,
  rating            TINYINT      NULL,
  comment           VARCHAR(500) NOT NULL DEFAULT '',
  confirmed_minutes INT          NOT NULL,
  reviewed_at       DATETIME(6)  NOT NULL,
  CONSTRAINT review_rating CHECK (rating BETWEEN 1 AND 5),
  CONSTRAINT review_order FOREIGN KEY (order_id) REFERENCES service_order (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Photos of an order, re-encoded without metadata. In the database, so that every node has them.
CREATE TABLE order_photo (
  id          BIGINT      NOT NULL PRIMARY KEY,
  order_id    BIGINT      NOT NULL,
  uploaded_by BIGINT      NOT NULL,
  media_type  VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  content     MEDIUMBLOB  NOT NULL,
  created_at  DATETIME(6) NOT NULL,
  KEY order_photo_order (order_id, id),
  CONSTRAINT order_photo_order FOREIGN KEY (order_id) REFERENCES service_order (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
