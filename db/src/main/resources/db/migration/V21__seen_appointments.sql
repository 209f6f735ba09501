-- What comes free in EMRs themselves, where staff cancel and move appointments; and servers hear of what is to be offered
-- when it is there to be offered.

-- The appointments that an EMR was last seen to have of a provider, from then on: no names, nothing of what they are for.
CREATE TABLE seen_appointments (
    clinic_id      text NOT NULL REFERENCES clinics,
    provider_id    text NOT NULL,
    appointment_id text NOT NULL,
    starts         timestamptz NOT NULL,
    ends           timestamptz NOT NULL CHECK (ends > starts),
    emr            text NOT NULL DEFAULT emr_in_use(),
    PRIMARY KEY (clinic_id, provider_id, appointment_id, starts, ends)
);
CREATE INDEX seen_appointments_by_age ON seen_appointments (clinic_id, ends);
CALL keep_clinics_apart('seen_appointments');
GRANT SELECT, INSERT, UPDATE, DELETE ON seen_appointments TO vitaravox_app;

-- which clinics are to be looked at: one row for each where somebody waits
ALTER TABLE waitlist_work
    DROP CONSTRAINT waitlist_work_kind_check,
    ADD CONSTRAINT waitlist_work_kind_check CHECK (kind IN ('opening', 'message', 'emr'));
INSERT INTO waitlist_work (clinic_id, kind, id, due) SELECT DISTINCT clinic_id, 'emr', 'emr', now() FROM lines;

-- Openings that are due earlier than they were, or anew; not those that are put off.
CREATE FUNCTION tell_of_due_opening() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('due_openings', NEW.clinic_id);
    RETURN NULL;
END
$$;
CREATE TRIGGER waitlist_work_added AFTER INSERT ON waitlist_work
    FOR EACH ROW WHEN (NEW.kind = 'opening') EXECUTE FUNCTION tell_of_due_opening();
CREATE TRIGGER waitlist_work_earlier AFTER UPDATE OF due ON waitlist_work
    FOR EACH ROW WHEN (NEW.kind = 'opening' AND NEW.due < OLD.due) EXECUTE FUNCTION tell_of_due_opening();
