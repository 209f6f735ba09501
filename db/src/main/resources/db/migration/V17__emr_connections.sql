-- Connecting a clinic to its EMR: the one consent that is waited for, and how the connection has gone since.

CREATE TABLE emr_consents (
    clinic_id   text PRIMARY KEY REFERENCES clinics,
    state       text,                 -- digest of what comes back with the browser; none where it is typed in
    base_url    text NOT NULL,
    signing_url text NOT NULL,
    token       text NOT NULL,
    secret      text NOT NULL,        -- sealed for the clinic
    until       timestamptz NOT NULL  -- over at this moment
);
CALL keep_clinics_apart('emr_consents');
GRANT SELECT, INSERT, UPDATE, DELETE ON emr_consents TO vitaravox_app;

CREATE TABLE emr_connections (
    clinic_id    text PRIMARY KEY REFERENCES clinics,
    connected_at timestamptz NOT NULL,
    worked_at    timestamptz          -- when the EMR took the token last
);
CALL keep_clinics_apart('emr_connections');
GRANT SELECT, INSERT, UPDATE ON emr_connections TO vitaravox_app;
