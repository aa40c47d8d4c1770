-- The list of a community's orders, newest first, whatever their status; and the counts of a period.
ALTER TABLE service_order
  ADD KEY service_order_newest (community_id, id),
  ADD KEY service_order_placed (community_id, placed_at);
