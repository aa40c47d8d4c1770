-- What everybody of a community served lately, answered by the index alone: each offer of an order asks for it.
ALTER TABLE service_record
  DROP KEY service_record_community,
  ADD KEY service_record_community (community_id, recorded_at, volunteer_id, minutes);
