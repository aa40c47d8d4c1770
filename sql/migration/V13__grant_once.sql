-- One role at one unit is asked for or held once. Who asks five times at the same moment asks once: a look before the
-- insert cannot see what others are just inserting, a unique key can.

-- What has run out holds nothing any more, and of doubles the approved one, else the latest, stays.
UPDATE role_grant SET status = 'ENDED', version = version + 1
  WHERE status IN ('PENDING', 'ACTIVE') AND valid_to < CURRENT_DATE;
UPDATE role_grant g
  JOIN role_grant o ON o.person_id = g.person_id AND o.org_unit_id = g.org_unit_id AND o.role = g.role AND o.id <> g.id
  SET g.status = 'ENDED', g.version = g.version + 1
  WHERE g.status IN ('PENDING', 'ACTIVE') AND o.status IN ('PENDING', 'ACTIVE')
    AND ((g.status = 'PENDING' AND o.status = 'ACTIVE') OR (g.status = o.status AND o.id > g.id));

-- Computed, so that nobody who writes a grant has to know: the person while the grant lives, NULL (never equal) after.
ALTER TABLE role_grant
  ADD COLUMN live_person_id BIGINT
    GENERATED ALWAYS AS (CASE WHEN status IN ('PENDING', 'ACTIVE') THEN person_id END) STORED,
  ADD UNIQUE KEY role_grant_one_live (live_person_id, org_unit_id, role);
