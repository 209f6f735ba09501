-- What was made at the voice platform for each clinic: tools, assistants, squads, numbers, credentials. No secret is in
-- it: of what was sent a digest, and of what is kept there what the platform answers anybody who may read it.
CREATE TABLE platform_parts (
    clinic_id   text NOT NULL REFERENCES clinics,
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 100), -- ours: tool/fr/create_appointment
    platform_id text NOT NULL,
    sent        text NOT NULL,                                        -- SHA-256 of what was sent last
    answered    text NOT NULL,                                        -- JSON, as it was answered
    at          timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, name)
);
CALL keep_clinics_apart('platform_parts');
GRANT SELECT, INSERT, UPDATE, DELETE ON platform_parts TO vitaravox_app;
