-- New patients.

-- charts made by callers have more on them than those that staff fill the demo EMR with
ALTER TABLE demo_charts
    ADD COLUMN sex         text,
    ADD COLUMN email       text,
    ADD COLUMN street      text,
    ADD COLUMN city        text,
    ADD COLUMN province    text,
    ADD COLUMN postal_code text;
CREATE SEQUENCE demo_chart_numbers START 50001;
GRANT USAGE ON SEQUENCE demo_chart_numbers TO vitaravox_app;

-- Charts on their way into the EMR, one at a time for each person. Name and date of birth are here only until it is
-- known whether the chart was made; a row stays for a while after, so that its attempts never begin to count anew.
CREATE TABLE registrations (
    clinic_id        text NOT NULL REFERENCES clinics,
    person           text NOT NULL,                            -- digest of name and date of birth, under our key
    call_id          text NOT NULL,
    state            text NOT NULL CHECK (state IN ('claimed', 'sent', 'made', 'dropped')),
    attempt          integer NOT NULL,
    since            timestamptz NOT NULL,
    until            timestamptz NOT NULL,                     -- another may take over
    first_name       text,
    last_name        text,
    birth_date       date,
    consent_wording  text,
    consent_language text,
    patient_id       text,
    PRIMARY KEY (clinic_id, person),
    CHECK ((state IN ('claimed', 'sent')) = (last_name IS NOT NULL)),
    CHECK ((state IN ('claimed', 'sent')) = (first_name IS NOT NULL)),
    CHECK ((state IN ('claimed', 'sent')) = (birth_date IS NOT NULL)),
    CHECK ((state IN ('claimed', 'sent')) = (consent_wording IS NOT NULL)),
    CHECK ((state = 'made') = (patient_id IS NOT NULL))
);
CREATE INDEX registrations_by_call ON registrations (clinic_id, call_id);
CALL keep_clinics_apart('registrations');
GRANT SELECT, INSERT, UPDATE, DELETE ON registrations TO vitaravox_app;

-- Which of them somebody has to look for, and from when on. Servers take from it what is due of all clinics, before they
-- know whose it is, so it is without row-level security and holds nothing but ids and a time.
CREATE TABLE unfinished_registrations (
    clinic_id text NOT NULL,
    person    text NOT NULL,
    due       timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, person),
    FOREIGN KEY (clinic_id, person) REFERENCES registrations
);
CREATE INDEX unfinished_registrations_by_due ON unfinished_registrations (due);
GRANT SELECT, INSERT, UPDATE, DELETE ON unfinished_registrations TO vitaravox_app;

-- What new patients agreed to, word for word. Kept; may be added to and read.
CREATE TABLE consents (
    clinic_id  text NOT NULL REFERENCES clinics,
    consent_id bigint GENERATED ALWAYS AS IDENTITY,
    call_id    text NOT NULL,
    patient_id text NOT NULL,
    wording    text NOT NULL,
    language   text NOT NULL CHECK (language IN ('en', 'fr', 'zh')),
    at         timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, consent_id)
);
CREATE INDEX consents_by_patient ON consents (clinic_id, patient_id);
CALL keep_clinics_apart('consents');
GRANT SELECT, INSERT ON consents TO vitaravox_app;

-- Which patients were verified in calls from which numbers. The number is a digest under our key and cannot be told.
CREATE TABLE known_callers (
    clinic_id  text NOT NULL REFERENCES clinics,
    number     text NOT NULL,
    patient_id text NOT NULL,
    seen_at    timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, number, patient_id)
);
CREATE INDEX known_callers_by_patient ON known_callers (clinic_id, patient_id);
CREATE INDEX known_callers_by_age ON known_callers (clinic_id, seen_at);
CALL keep_clinics_apart('known_callers');
GRANT SELECT, INSERT, UPDATE, DELETE ON known_callers TO vitaravox_app;
