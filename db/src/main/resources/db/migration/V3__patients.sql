-- Who was identified in which call, and failed attempts at it. The charts themselves are in the EMR.

CREATE TABLE identifications (
    clinic_id       text NOT NULL REFERENCES clinics,
    call_id         text NOT NULL,
    patient_id      text NOT NULL,
    level           text NOT NULL CHECK (level IN ('caller_id', 'verified')),
    relationship    text NOT NULL,
    family_provider text,
    at              timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, call_id, patient_id)
);
CALL keep_clinics_apart('identifications');
GRANT SELECT, INSERT, UPDATE, DELETE ON identifications TO vitaravox_app;

-- counted in four ways: by call, by calling number, those of withheld numbers, and by chart
CREATE TABLE failed_attempts (
    clinic_id  text NOT NULL REFERENCES clinics,
    attempt_id bigint GENERATED ALWAYS AS IDENTITY,
    call_id    text NOT NULL,
    caller     text,                                         -- E.164; null when withheld
    at         timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, attempt_id)
);
CREATE INDEX failed_attempts_by_call ON failed_attempts (clinic_id, call_id);
CREATE INDEX failed_attempts_by_age ON failed_attempts (clinic_id, at);
CALL keep_clinics_apart('failed_attempts');
GRANT SELECT, INSERT, DELETE ON failed_attempts TO vitaravox_app;

-- the charts an attempt was on
CREATE TABLE failed_attempt_charts (
    clinic_id  text NOT NULL REFERENCES clinics,
    patient_id text NOT NULL,
    attempt_id bigint NOT NULL,
    at         timestamptz NOT NULL,                         -- the attempt's
    PRIMARY KEY (clinic_id, patient_id, attempt_id),
    FOREIGN KEY (clinic_id, attempt_id) REFERENCES failed_attempts ON DELETE CASCADE
);
CREATE INDEX failed_attempt_charts_by_attempt ON failed_attempt_charts (clinic_id, attempt_id);
CALL keep_clinics_apart('failed_attempt_charts');
GRANT SELECT, INSERT, DELETE ON failed_attempt_charts TO vitaravox_app;
