-- 签到: those who come enter the six digits that staff shows at the place; points of a date are checked against it.
ALTER TABLE activity
  -- NULL until somebody who sees to the date opens it
  ADD COLUMN check_in_code CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NULL;

CREATE TABLE activity_check_in (
  activity_id BIGINT      NOT NULL,
  person_id   BIGINT      NOT NULL,
  at          DATETIME(6) NOT NULL,
  PRIMARY KEY (activity_id, person_id),
  KEY activity_check_in_time (activity_id, at),
  CONSTRAINT activity_check_in_activity FOREIGN KEY (activity_id) REFERENCES activity (id),
  CONSTRAINT activity_check_in_person FOREIGN KEY (person_id) REFERENCES person (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
