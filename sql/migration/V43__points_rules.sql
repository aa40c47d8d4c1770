-- 积分规则: how a community counts points, in editions. An edition is never changed; the highest one whose date has come
-- on the day on which a service ended decides. Without any, the rule built into the portal (edition 0) holds.
CREATE TABLE points_rule (
  id           BIGINT       NOT NULL PRIMARY KEY,
  community_id BIGINT       NOT NULL,
  edition      INT          NOT NULL,
  -- for services that end on this day (Asia/Shanghai) or later; after the day of publication
  valid_from   DATE         NOT NULL,
  -- JSON, see RuleBook
  content      TEXT         NOT NULL,
  -- why the rule was changed
  note         VARCHAR(500) NOT NULL,
  made_by      BIGINT       NOT NULL,
  made_at      DATETIME(6)  NOT NULL,
  UNIQUE KEY points_rule_edition (community_id, edition),
  CONSTRAINT points_rule_counts CHECK (edition > 0),
  CONSTRAINT points_rule_community FOREIGN KEY (community_id) REFERENCES org_unit (id),
  CONSTRAINT points_rule_maker FOREIGN KEY (made_by) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The one draft that a community may have: it becomes an edition or is thrown away.
CREATE TABLE points_rule_draft (
  community_id BIGINT      NOT NULL PRIMARY KEY,
  content      TEXT        NOT NULL,
  changed_by   BIGINT      NOT NULL,
  changed_at   DATETIME(6) NOT NULL,
  version      BIGINT      NOT NULL,
  CONSTRAINT points_rule_draft_community FOREIGN KEY (community_id) REFERENCES org_unit (id),
  CONSTRAINT points_rule_draft_changer FOREIGN KEY (changed_by) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
