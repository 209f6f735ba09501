-- Which EMR a clinic's calls are answered from. A clinic without a row has demo data.
--
-- Ids of patients and appointments are an EMR's, and those of two EMRs collide: patient 5 of one is somebody else in the
-- other. So when a clinic changes from one EMR to another, what rests on ids of calls under way ends in the same
-- transaction, whoever changes it: identifications, appointments that were told of, failed attempts on charts, slots,
-- charts being made, callers who are known.

CREATE TABLE clinic_emrs (
    clinic_id    text PRIMARY KEY REFERENCES clinics,
    kind         text NOT NULL CHECK (kind ~ '^[a-z0-9-]{1,40}$'), -- one that a server does not know is an error there
    live         boolean NOT NULL,                                 -- else demo data, and nothing is sent
    base_url     text,                                             -- where it is called,
    signing_url  text,                                             -- as what it sees itself called,
    zone         text,                                             -- and what its wall clock shows: an IANA name
    credentials  text,                                             -- sealed for the clinic
    changed_at   timestamptz NOT NULL,
    switched_at  timestamptz,                                      -- when "emr" was another last
    emr          text NOT NULL GENERATED ALWAYS AS (
        CASE WHEN live AND kind <> 'demo' THEN kind || ' ' || base_url ELSE 'demo' END) STORED,
    CHECK (kind = 'demo' OR num_nulls(base_url, signing_url, zone) = 0),
    CHECK (kind = 'demo' OR NOT live OR credentials IS NOT NULL)
);
CALL keep_clinics_apart('clinic_emrs');
GRANT SELECT, INSERT, UPDATE ON clinic_emrs TO vitaravox_app;

-- The EMR whose ids the clinic of this transaction uses.
CREATE FUNCTION emr_in_use() RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce(
        (SELECT emr FROM clinic_emrs WHERE clinic_id = current_setting('vitaravox.clinic_id', true)), 'demo')
$$;

-- What is kept for longer than a call, and names charts or appointments, says in which EMR. All before was demo data.
ALTER TABLE audit ADD COLUMN emr text NOT NULL DEFAULT 'demo';
ALTER TABLE audit ALTER COLUMN emr SET DEFAULT emr_in_use();
ALTER TABLE tasks ADD COLUMN emr text NOT NULL DEFAULT 'demo';
ALTER TABLE tasks ALTER COLUMN emr SET DEFAULT emr_in_use();
ALTER TABLE consents ADD COLUMN emr text NOT NULL DEFAULT 'demo';
ALTER TABLE consents ALTER COLUMN emr SET DEFAULT emr_in_use();

CREATE FUNCTION end_what_rests_on_another_emr() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- staff look in the EMR that is left for what nobody will know any more
    INSERT INTO tasks (clinic_id, kind, about, patient_id, call_id, at, emr)
    SELECT clinic_id, 'left_unfinished', slot_id, booked_for, call_id, NEW.changed_at,
           CASE WHEN TG_OP = 'UPDATE' THEN OLD.emr ELSE 'demo' END
      FROM slots WHERE clinic_id = NEW.clinic_id AND state = 'writing'
        ON CONFLICT DO NOTHING;
    INSERT INTO tasks (clinic_id, kind, about, call_id, at, emr)
    SELECT clinic_id, 'left_unfinished', call_id, call_id, NEW.changed_at,
           CASE WHEN TG_OP = 'UPDATE' THEN OLD.emr ELSE 'demo' END
      FROM registrations WHERE clinic_id = NEW.clinic_id AND state = 'sent'
        ON CONFLICT DO NOTHING;
    DELETE FROM unfinished_writes WHERE clinic_id = NEW.clinic_id;
    DELETE FROM slots WHERE clinic_id = NEW.clinic_id;
    DELETE FROM unfinished_registrations WHERE clinic_id = NEW.clinic_id;
    DELETE FROM registrations WHERE clinic_id = NEW.clinic_id;
    DELETE FROM known_callers WHERE clinic_id = NEW.clinic_id;
    DELETE FROM identifications WHERE clinic_id = NEW.clinic_id;
    DELETE FROM told_appointments WHERE clinic_id = NEW.clinic_id;
    DELETE FROM failed_attempt_charts WHERE clinic_id = NEW.clinic_id;
    -- who waits, waits on, as a name and a number; who had an appointment there no longer has it here
    UPDATE waitlist_offers SET live = false, state = 'withdrawn', version = version + 1, since = NEW.changed_at,
           slot_id = NULL, until = NULL, call_id = NULL
     WHERE clinic_id = NEW.clinic_id AND live;
    UPDATE freed_openings SET closed = 'taken', closed_at = NEW.changed_at
     WHERE clinic_id = NEW.clinic_id AND closed IS NULL;
    DELETE FROM waitlist_work WHERE clinic_id = NEW.clinic_id AND kind = 'opening';
    UPDATE waitlist_entries SET ended = 'appointment_gone', ended_at = NEW.changed_at
     WHERE clinic_id = NEW.clinic_id AND ended IS NULL AND appointment_id IS NOT NULL;
    UPDATE waitlist_entries SET patient_id = NULL, family_provider = NULL
     WHERE clinic_id = NEW.clinic_id AND ended IS NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER clinic_emrs_begin AFTER INSERT ON clinic_emrs
    FOR EACH ROW WHEN (NEW.emr <> 'demo') EXECUTE FUNCTION end_what_rests_on_another_emr();
CREATE TRIGGER clinic_emrs_switch AFTER UPDATE ON clinic_emrs
    FOR EACH ROW WHEN (NEW.emr <> OLD.emr) EXECUTE FUNCTION end_what_rests_on_another_emr();

-- servers remember what is here for minutes, and forget it when they hear of a change
CREATE FUNCTION tell_of_changed_emr() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('clinic_emrs', NEW.clinic_id);
    RETURN NULL;
END
$$;
CREATE TRIGGER clinic_emrs_changed AFTER INSERT OR UPDATE ON clinic_emrs
    FOR EACH ROW EXECUTE FUNCTION tell_of_changed_emr();
