-- How the voice platform proves itself on the lines of one clinic, and which of its signatures were seen.

-- A clinic without a row goes by the platform's secret.
CREATE TABLE clinic_webhooks (
    clinic_id text PRIMARY KEY REFERENCES clinics,
    auth      text NOT NULL CHECK (auth IN ('bearer', 'hmac', 'either')),
    secret    text NOT NULL,                                   -- sealed for the clinic
    previous  text                                             -- while it is being replaced; sealed as well
);
CALL keep_clinics_apart('clinic_webhooks');
GRANT SELECT, INSERT, UPDATE, DELETE ON clinic_webhooks TO vitaravox_app;

-- A request under one of these is not executed again. Kept for as long as its timestamp is fresh; each that comes takes
-- some away that are older, so that there are never many more than come in ten minutes.
CREATE TABLE seen_signatures (
    clinic_id text NOT NULL REFERENCES clinics,
    signature text NOT NULL CHECK (length(signature) <= 128),
    until     timestamptz NOT NULL,
    answer    text,                                            -- personal; null until it is there
    PRIMARY KEY (clinic_id, signature)
);
CREATE INDEX seen_signatures_by_age ON seen_signatures (clinic_id, until);
CALL keep_clinics_apart('seen_signatures');
GRANT SELECT, INSERT, UPDATE, DELETE ON seen_signatures TO vitaravox_app;
