-- After check-in check_in_code holds a second code, to be shown when the service ends. Whether the volunteer entered it:
-- with both codes and the resident's confirmation the evidence is of grade A.
ALTER TABLE service_order ADD COLUMN coded_out TINYINT(1) NOT NULL DEFAULT 0 AFTER check_in_failures;
