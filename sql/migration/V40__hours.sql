-- The legal time record takes corrections (a reversing record, then a replacing one) and back-entries by staff. The table is
-- made anew because MariaDB and the older MySQL 8.0 know no common way to drop a CHECK.
CREATE TABLE service_record_anew (
  id            BIGINT       NOT NULL PRIMARY KEY,
  -- NULL for a back-entry
  order_id      BIGINT       NULL,
  back_entry_id BIGINT       NULL,
  -- of its order or back-entry: 0 the first record, then one more for every reversing or replacing one
  correction_no INT          NOT NULL DEFAULT 0,
  community_id  BIGINT       NOT NULL,
  volunteer_id  BIGINT       NOT NULL,
  resident_id   BIGINT       NULL,
  item_id       BIGINT       NOT NULL,
  started_at    DATETIME(6)  NOT NULL,
  ended_at      DATETIME(6)  NOT NULL,
  -- negative in a reversing record: the sum over all records is what was served
  minutes       INT          NOT NULL,
  -- A: code in, code out and confirmation, B: one code and confirmation, C: confirmation only,
  -- D: proxy confirmation or confirmed by default, E: back-entry by staff
  evidence      CHAR(1)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  recorded_at   DATETIME(6)  NOT NULL,
  -- a record is reversed once and replaced once
  reverses_id   BIGINT       NULL,
  replaces_id   BIGINT       NULL,
  -- of a correction or back-entry: why, who entered it and the second person
  correction_id BIGINT       NULL,
  reason        VARCHAR(300) NOT NULL DEFAULT '',
  entered_by    BIGINT       NULL,
  approved_by   BIGINT       NULL,
  UNIQUE KEY service_record_order (order_id, correction_no),
  UNIQUE KEY service_record_back_entry (back_entry_id, correction_no),
  UNIQUE KEY service_record_reverses (reverses_id),
  UNIQUE KEY service_record_replaces (replaces_id),
  KEY service_record_volunteer (volunteer_id, recorded_at),
  KEY service_record_community (community_id, recorded_at, volunteer_id, minutes),
  KEY service_record_times (volunteer_id, ended_at, started_at),
  CONSTRAINT service_record_one_source CHECK ((order_id IS NULL) <> (back_entry_id IS NULL)),
  CONSTRAINT service_record_sign CHECK (minutes <> 0 AND (reverses_id IS NULL) = (minutes > 0)),
  CONSTRAINT service_record_reversed_or_replaced CHECK (reverses_id IS NULL OR replaces_id IS NULL),
  CONSTRAINT service_record_second_person CHECK (
    (entered_by IS NULL AND approved_by IS NULL AND correction_no = 0 AND back_entry_id IS NULL)
    OR (entered_by IS NOT NULL AND approved_by IS NOT NULL AND entered_by <> approved_by
      AND entered_by <> volunteer_id AND approved_by <> volunteer_id AND reason <> '')),
  CONSTRAINT service_record_of_order FOREIGN KEY (order_id) REFERENCES service_order (id),
  CONSTRAINT service_record_of_volunteer FOREIGN KEY (volunteer_id) REFERENCES volunteer (person_id),
  CONSTRAINT service_record_of_resident FOREIGN KEY (resident_id) REFERENCES person (id),
  CONSTRAINT service_record_reversed FOREIGN KEY (reverses_id) REFERENCES service_record_anew (id),
  CONSTRAINT service_record_replaced FOREIGN KEY (replaces_id) REFERENCES service_record_anew (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO service_record_anew (id, order_id, community_id, volunteer_id, resident_id, item_id, started_at, ended_at,
    minutes, evidence, recorded_at)
  SELECT id, order_id, community_id, volunteer_id, resident_id, item_id, started_at, ended_at, minutes, evidence,
    recorded_at FROM service_record;
DROP TABLE service_record;
RENAME TABLE service_record_anew TO service_record;

-- A wish to correct a record: an administrator decides, a second person confirms, and only then records are written.
CREATE TABLE service_correction (
  id              BIGINT       NOT NULL PRIMARY KEY,
  community_id    BIGINT       NOT NULL,
  record_id       BIGINT       NOT NULL,
  -- the record's id while the wish is open and NULL after: at most one is open
  live_record_id  BIGINT       NULL,
  -- the volunteer, or an administrator who found a mistake
  asked_by        BIGINT       NOT NULL,
  -- what it shall be; 0: the service did not take place
  minutes         INT          NOT NULL,
  reason          VARCHAR(300) NOT NULL,
  asked_at        DATETIME(6)  NOT NULL,
  -- ASKED, APPROVED (waits for the second person), DONE, REFUSED, WITHDRAWN
  status          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  decided_by      BIGINT       NULL,
  decided_at      DATETIME(6)  NULL,
  decision_note   VARCHAR(300) NOT NULL DEFAULT '',
  confirmed_by    BIGINT       NULL,
  confirmed_at    DATETIME(6)  NULL,
  confirm_note    VARCHAR(300) NOT NULL DEFAULT '',
  version         BIGINT       NOT NULL DEFAULT 0,
  UNIQUE KEY service_correction_one_live (live_record_id),
  KEY service_correction_queue (community_id, status, id),
  KEY service_correction_record (record_id, id),
  CONSTRAINT service_correction_minutes CHECK (minutes BETWEEN 0 AND 720),
  CONSTRAINT service_correction_of_record FOREIGN KEY (record_id) REFERENCES service_record (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 补录 (evidence E): entered by staff, approved by a second person, announced to the community, and only then a record.
CREATE TABLE service_back_entry (
  id              BIGINT       NOT NULL PRIMARY KEY,
  community_id    BIGINT       NOT NULL,
  volunteer_id    BIGINT       NOT NULL,
  -- the volunteer's id until it is refused or withdrawn: two entries of one volunteer never begin at the same time
  live_volunteer  BIGINT       NULL,
  item_id         BIGINT       NOT NULL,
  started_at      DATETIME(6)  NOT NULL,
  ended_at        DATETIME(6)  NOT NULL,
  minutes         INT          NOT NULL,
  -- what happened and how it is known
  reason          VARCHAR(300) NOT NULL,
  entered_by      BIGINT       NOT NULL,
  entered_at      DATETIME(6)  NOT NULL,
  -- ENTERED, ANNOUNCED, OBJECTED, COUNTED, REFUSED, WITHDRAWN
  status          VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  approved_by     BIGINT       NULL,
  approved_at     DATETIME(6)  NULL,
  announced_until DATETIME(6)  NULL,
  -- who refused it or decided about the objections, and why; NULL: the portal itself
  decided_by      BIGINT       NULL,
  decided_at      DATETIME(6)  NULL,
  decision_note   VARCHAR(300) NOT NULL DEFAULT '',
  version         BIGINT       NOT NULL DEFAULT 0,
  UNIQUE KEY service_back_entry_once (live_volunteer, started_at),
  KEY service_back_entry_queue (community_id, status, id),
  KEY service_back_entry_due (status, announced_until),
  CONSTRAINT service_back_entry_minutes CHECK (minutes BETWEEN 1 AND 720),
  CONSTRAINT service_back_entry_times CHECK (ended_at > started_at),
  CONSTRAINT service_back_entry_second CHECK (entered_by <> volunteer_id
    AND (approved_by IS NULL OR (approved_by <> entered_by AND approved_by <> volunteer_id))),
  CONSTRAINT service_back_entry_community FOREIGN KEY (community_id) REFERENCES org_unit (id),
  CONSTRAINT service_back_entry_volunteer FOREIGN KEY (volunteer_id) REFERENCES volunteer (person_id),
  CONSTRAINT service_back_entry_item FOREIGN KEY (item_id) REFERENCES service_item (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Somebody of the community does not believe it; once each.
CREATE TABLE service_objection (
  id            BIGINT       NOT NULL PRIMARY KEY,
  back_entry_id BIGINT       NOT NULL,
  person_id     BIGINT       NOT NULL,
  reason        VARCHAR(300) NOT NULL,
  made_at       DATETIME(6)  NOT NULL,
  UNIQUE KEY service_objection_once (back_entry_id, person_id),
  CONSTRAINT service_objection_entry FOREIGN KEY (back_entry_id) REFERENCES service_back_entry (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Hours for one to five stars in a district; without a row those of the national rule: 100, 300, 600, 1000, 1500.
CREATE TABLE star_scale (
  district_id BIGINT      NOT NULL PRIMARY KEY,
  one         INT         NOT NULL,
  two         INT         NOT NULL,
  three       INT         NOT NULL,
  four        INT         NOT NULL,
  five        INT         NOT NULL,
  changed_by  BIGINT      NOT NULL,
  changed_at  DATETIME(6) NOT NULL,
  version     BIGINT      NOT NULL DEFAULT 0,
  CONSTRAINT star_scale_order CHECK (0 < one AND one < two AND two < three AND three < four AND four < five),
  CONSTRAINT star_scale_district FOREIGN KEY (district_id) REFERENCES org_unit (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- 志愿服务记录证明 as it was issued: whoever is shown one can ask by its number whether it is genuine.
CREATE TABLE service_certificate (
  id           BIGINT      NOT NULL PRIMARY KEY,
  -- twelve characters that nobody guesses
  number       CHAR(12)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person_id    BIGINT      NOT NULL,
  community_id BIGINT      NOT NULL,
  -- days of Asia/Shanghai, both included
  first_day    DATE        NOT NULL,
  last_day     DATE        NOT NULL,
  services     INT         NOT NULL,
  minutes      INT         NOT NULL,
  -- in all, when it was issued
  stars        INT         NOT NULL,
  issued_at    DATETIME(6) NOT NULL,
  UNIQUE KEY service_certificate_number (number),
  KEY service_certificate_person (person_id, id),
  CONSTRAINT service_certificate_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
