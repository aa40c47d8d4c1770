-- Triage (三事分流) of an order, for packs with that stage.
ALTER TABLE service_order
  ADD COLUMN affair   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER status,
  ADD COLUMN severity VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER affair;

-- 考单: the organisation's assessment, for packs with that stage.
CREATE TABLE assessment (
  order_id    BIGINT       NOT NULL PRIMARY KEY,
  assessor_id BIGINT       NOT NULL,
  score       TINYINT      NOT NULL,
  comment     VARCHAR(500) NOT NULL DEFAULT '',
  assessed_at DATETIME(6)  NOT NULL,
  CONSTRAINT assessment_score CHECK (score BETWEEN 0 AND 100),
  CONSTRAINT assessment_order FOREIGN KEY (order_id) REFERENCES service_order (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The three packs of the seeds. A community without a row in community_flow follows the newest edition of `four`.
-- limitMinutes runs from the beginning of the stage; of START from the end of the wanted window.
INSERT INTO flow_pack (id, code, edition, name_zh, name_en, stages, created_at) VALUES
(1, 'four', 1, '四单', 'Four orders', '[
  {"stage":"PLACE","by":["RESIDENT","GRID_WORKER","BUTLER","DISPATCHER","COMMUNITY_ADMIN"]},
  {"stage":"DISPATCH","by":["DISPATCHER","COMMUNITY_ADMIN"],"limitMinutes":2880,"then":"ESCALATE"},
  {"stage":"ACCEPT","by":["VOLUNTEER"],"limitMinutes":1440,"then":"LAPSE"},
  {"stage":"START","by":["VOLUNTEER"],"limitMinutes":1440,"then":"EXPIRE"},
  {"stage":"SERVE","by":["VOLUNTEER"],"limitMinutes":1440,"then":"ESCALATE"},
  {"stage":"REVIEW","by":["RESIDENT"],"limitMinutes":10080,"then":"REVIEW"}
]', '2026-01-01 00:00:00.000000'),
(2, 'five', 1, '五单', 'Five orders', '[
  {"stage":"PLACE","by":["RESIDENT","GRID_WORKER","BUTLER","DISPATCHER","COMMUNITY_ADMIN"]},
  {"stage":"TRIAGE","by":["DISPATCHER","COMMUNITY_ADMIN"],"limitMinutes":1440,"then":"ESCALATE"},
  {"stage":"DISPATCH","by":["DISPATCHER","COMMUNITY_ADMIN"],"limitMinutes":2880,"then":"ESCALATE"},
  {"stage":"ACCEPT","by":["VOLUNTEER"],"limitMinutes":1440,"then":"LAPSE"},
  {"stage":"START","by":["VOLUNTEER"],"limitMinutes":1440,"then":"EXPIRE"},
  {"stage":"SERVE","by":["VOLUNTEER"],"limitMinutes":1440,"then":"ESCALATE"},
  {"stage":"REVIEW","by":["RESIDENT"],"limitMinutes":10080,"then":"REVIEW"}
]', '2026-01-01 00:00:00.000000'),
(3, 'assessed', 1, '四单式', 'Four orders with assessment', '[
  {"stage":"PLACE","by":["RESIDENT","GRID_WORKER","BUTLER","DISPATCHER","COMMUNITY_ADMIN"]},
  {"stage":"DISPATCH","by":["DISPATCHER","COMMUNITY_ADMIN"],"limitMinutes":2880,"then":"ESCALATE"},
  {"stage":"ACCEPT","by":["VOLUNTEER"],"limitMinutes":1440,"then":"LAPSE"},
  {"stage":"START","by":["VOLUNTEER"],"limitMinutes":1440,"then":"EXPIRE"},
  {"stage":"SERVE","by":["VOLUNTEER"],"limitMinutes":1440,"then":"ESCALATE"},
  {"stage":"REVIEW","by":["RESIDENT"],"limitMinutes":10080,"then":"REVIEW"},
  {"stage":"ASSESS","by":["ASSESSOR"],"limitMinutes":20160,"then":"CLOSE"}
]', '2026-01-01 00:00:00.000000');
