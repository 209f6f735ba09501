-- how many messages a call has left
CREATE INDEX tasks_by_call ON tasks (clinic_id, call_id, kind) WHERE call_id IS NOT NULL;
