-- When providers work, which openings were offered, held and booked, and which appointments callers were told of.

CREATE TABLE weekly_shifts (
    clinic_id   text NOT NULL REFERENCES clinics,
    provider_id text NOT NULL,
    day         smallint NOT NULL CHECK (day BETWEEN 1 AND 7), -- ISO: Monday is 1
    starts      time NOT NULL,                                 -- the clinic's wall clock
    ends        time NOT NULL CHECK (ends > starts),
    visit_types text[] NOT NULL,                               -- empty: everything
    PRIMARY KEY (clinic_id, provider_id, day, starts)
);
CALL keep_clinics_apart('weekly_shifts');
GRANT SELECT, INSERT, UPDATE, DELETE ON weekly_shifts TO vitaravox_app;

-- Openings offered to calls: held for one, written into the EMR, booked. One row each, and the row is the truth among
-- all servers: PostgreSQL keeps the times of rows that block from overlapping for one provider.
--
-- A row that blocks may be over without anybody having touched it: a hold that ran out, a booking that every reader of
-- the EMR has seen by now. Readers tell by comparing "until" with their now; whoever wants the time clears the flag.
CREATE TABLE slots (
    clinic_id      text NOT NULL REFERENCES clinics,
    slot_id        text NOT NULL,
    call_id        text NOT NULL,
    patient_id     text,                                       -- for whom openings were looked for
    provider_id    text NOT NULL,
    starts         timestamptz NOT NULL,
    ends           timestamptz NOT NULL CHECK (ends > starts),
    visit_type     text NOT NULL,
    offered_at     timestamptz NOT NULL,
    state          text NOT NULL
        CHECK (state IN ('offered', 'held', 'writing', 'booked', 'released', 'expired', 'compensated')),
    blocks         boolean NOT NULL,
    -- E.164; null when withheld. To count what one number holds, so it goes when the hold does. Not a digest of it: there
    -- are so few numbers that all can be tried, and the call's own record names the number anyway.
    caller         text,
    until          timestamptz,    -- held: runs out; writing: another may take over; booked: no longer blocks
    attempt        integer NOT NULL DEFAULT 0,                 -- how often it was begun to be written
    booked_for     text,                                       -- the patient it is being, or was, written for
    appointment_id text,                                       -- the EMR's
    since          timestamptz,    -- when this write was begun, by whoever began it, or when it ended
    moves          text,           -- the appointment that this write lets go, the EMR's
    course         text NOT NULL DEFAULT 'undecided'           -- what has been decided about what was written
        CHECK (course IN ('undecided', 'taking_back', 'letting_go')),
    refused        boolean NOT NULL DEFAULT false,             -- the call was told that nothing came of this write
    call_over_at   timestamptz,    -- when the call was known to be over
    PRIMARY KEY (clinic_id, slot_id),
    CHECK (CASE state WHEN 'held' THEN blocks WHEN 'writing' THEN blocks WHEN 'booked' THEN true ELSE NOT blocks END),
    CHECK (until IS NOT NULL OR NOT blocks),
    CHECK (caller IS NULL OR state = 'held'),
    CHECK (state NOT IN ('writing', 'booked', 'compensated') OR booked_for IS NOT NULL AND since IS NOT NULL),
    CHECK (state <> 'booked' OR appointment_id IS NOT NULL),
    -- What prevents double bookings; [) so that times may touch. Clinic and provider as one text (no clinic's id has a /
    -- in it) make it cheaper to keep, and no use to a query for a clinic, which would read all that blocks in it.
    CONSTRAINT slots_do_not_overlap
        EXCLUDE USING gist ((clinic_id || '/' || provider_id) WITH =, tstzrange(starts, ends, '[)') WITH &&)
        WHERE (blocks)
);
-- Under row-level security an index serves no operator that might leak what other clinics have, as && does not promise
-- not to; comparing both ends does promise. Times gone by are many and those to come few: the end leaves out the former.
CREATE INDEX slots_blocking ON slots (clinic_id, provider_id, ends) WHERE blocks;
CREATE INDEX slots_by_call ON slots (clinic_id, call_id);
CREATE INDEX slots_held ON slots (clinic_id, caller) WHERE state = 'held';
CREATE INDEX slots_by_appointment ON slots (clinic_id, appointment_id) WHERE appointment_id IS NOT NULL;
-- An appointment that two calls move at once is let go for one of them.
CREATE UNIQUE INDEX slots_let_go_once ON slots (clinic_id, moves)
    WHERE course = 'letting_go' AND state IN ('writing', 'booked');
CALL keep_clinics_apart('slots');
GRANT SELECT, INSERT, UPDATE, DELETE ON slots TO vitaravox_app;

-- Whether a call may hold one more slot; those that give way to it do not count. Whoever asks for the same number waits
-- until the transaction that asked before is over, and then sees what it held (each statement of a volatile function
-- sees what is committed when it begins).
CREATE FUNCTION may_hold(
    of_clinic text, of_call text, for_patient text, of_caller text, at timestamptz,
    per_call integer, per_number integer, per_withheld integer
) RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    of_this_call   bigint;
    of_this_number bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(of_clinic || ' ' || coalesce(of_caller, 'withheld'), 0));
    SELECT count(*) INTO of_this_call FROM slots
     WHERE clinic_id = of_clinic AND call_id = of_call AND state = 'held' AND until > at
       AND patient_id <> for_patient;
    IF of_this_call >= per_call THEN
        RETURN false;
    END IF;
    IF of_caller IS NULL THEN
        SELECT count(*) INTO of_this_number FROM slots
         WHERE clinic_id = of_clinic AND caller IS NULL AND state = 'held' AND until > at
           AND (call_id <> of_call OR patient_id <> for_patient);
        RETURN of_this_number < per_withheld;
    END IF;
    SELECT count(*) INTO of_this_number FROM slots
     WHERE clinic_id = of_clinic AND caller = of_caller AND state = 'held' AND until > at
       AND (call_id <> of_call OR patient_id <> for_patient);
    RETURN of_this_number < per_number;
END
$$;
REVOKE EXECUTE ON FUNCTION may_hold(text, text, text, text, timestamptz, integer, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION may_hold(text, text, text, text, timestamptz, integer, integer, integer) TO vitaravox_app;

-- Which slots somebody has to see to, and from when on: writes under way, should whoever writes not end them in time;
-- bookings whose call is over; and what was written, once all that may come late must have arrived. Kept by the very
-- statements that change the slot. Servers take from it what is due of all clinics, before they know whose it is, so it
-- is without row-level security and holds nothing but ids and a time.
CREATE TABLE unfinished_writes (
    clinic_id text NOT NULL,
    slot_id   text NOT NULL,
    due       timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, slot_id),
    FOREIGN KEY (clinic_id, slot_id) REFERENCES slots
);
CREATE INDEX unfinished_writes_by_due ON unfinished_writes (due);
GRANT SELECT, INSERT, UPDATE, DELETE ON unfinished_writes TO vitaravox_app;

CREATE TABLE told_appointments (
    clinic_id      text NOT NULL REFERENCES clinics,
    call_id        text NOT NULL,
    appointment_id text NOT NULL,
    patient_id     text NOT NULL,
    booked_here    boolean NOT NULL,                           -- by this very call
    at             timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, call_id, appointment_id)
);
CREATE INDEX told_appointments_by_appointment ON told_appointments (clinic_id, appointment_id);
CALL keep_clinics_apart('told_appointments');
GRANT SELECT, INSERT, UPDATE, DELETE ON told_appointments TO vitaravox_app;
