-- The words of consent that assistants were given to put to callers, and for whom the callers agreed: whoever says that a
-- caller agreed to what was never given out is not believed. One row of a call is open, at most; the others were agreed to.
CREATE TABLE consent_requests (
    clinic_id  text NOT NULL REFERENCES clinics,
    request_id bigint GENERATED ALWAYS AS IDENTITY,
    call_id    text NOT NULL,
    wording    text NOT NULL,
    language   text NOT NULL CHECK (language IN ('en', 'fr', 'zh')),
    asked_at   timestamptz NOT NULL,
    person     text,                                           -- who it was agreed for: a digest under our key
    PRIMARY KEY (clinic_id, request_id)
);
CREATE UNIQUE INDEX consent_requests_open ON consent_requests (clinic_id, call_id) WHERE person IS NULL;
CREATE UNIQUE INDEX consent_requests_agreed ON consent_requests (clinic_id, call_id, person) WHERE person IS NOT NULL;
CREATE INDEX consent_requests_by_age ON consent_requests (clinic_id, asked_at);
CALL keep_clinics_apart('consent_requests');
GRANT SELECT, INSERT, UPDATE, DELETE ON consent_requests TO vitaravox_app;
