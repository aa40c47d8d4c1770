-- The preview of a points rule reads all records of a community, one volunteer after the other.
ALTER TABLE service_record ADD KEY service_record_by_volunteer (community_id, volunteer_id, id);
