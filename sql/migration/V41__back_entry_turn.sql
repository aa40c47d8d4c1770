-- Whoever enters or counts services of a volunteer raises this first: two that overlap never pass each other unseen.
CREATE TABLE service_back_entry_turn (
  volunteer_id BIGINT NOT NULL PRIMARY KEY,
  turn         BIGINT NOT NULL,
  CONSTRAINT service_back_entry_turn_volunteer FOREIGN KEY (volunteer_id) REFERENCES volunteer (person_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
