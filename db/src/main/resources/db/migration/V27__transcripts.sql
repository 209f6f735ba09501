-- What was said in calls, word for word: of clinics that turn it on, for 90 days.

ALTER TABLE clinics ADD COLUMN keeps_transcripts boolean NOT NULL DEFAULT false;

CREATE TABLE transcripts (
    clinic_id text NOT NULL REFERENCES clinics,
    call_id   text NOT NULL,
    since     timestamptz NOT NULL,                            -- when its first report came: its age
    sealed    text NOT NULL CHECK (length(sealed) <= 410000),  -- for its clinic and call
    PRIMARY KEY (clinic_id, call_id)
);
CREATE INDEX transcripts_by_age ON transcripts (clinic_id, since);
CALL keep_clinics_apart('transcripts');
GRANT SELECT, INSERT, UPDATE, DELETE ON transcripts TO vitaravox_app;
