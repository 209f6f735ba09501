-- What staff look at and do: calls by their time, and who took a task and who finished it.
CREATE INDEX calls_by_time ON calls (clinic_id, first_heard_at, call_id);
CREATE INDEX tool_calls_by_time ON tool_calls (clinic_id, at);
ALTER TABLE tasks
    ADD COLUMN taken_by    text,                               -- the user who is on it
    ADD COLUMN taken_at    timestamptz,
    ADD COLUMN finished_by text,                               -- null: nobody had to
    ADD CONSTRAINT tasks_are_taken_by_somebody CHECK ((taken_by IS NULL) = (taken_at IS NULL));
