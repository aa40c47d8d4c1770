-- Supervisors list what was escalated to them; hardly any open order is.
CREATE INDEX service_order_escalated ON service_order (status, escalated_at);
