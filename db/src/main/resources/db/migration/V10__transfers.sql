-- Handing calls to people, the messages taken instead, and what the assistant keeps getting wrong in a call.

-- Where a clinic wants calls handed on to: a row for each reason that is special, and "other" for the rest.
CREATE TABLE transfer_destinations (
    clinic_id text NOT NULL REFERENCES clinics,
    reason    text NOT NULL CHECK (reason IN (
        'medical_question', 'prescription', 'test_results', 'running_late', 'billing', 'frustrated',
        'registration_error', 'patient_request', 'other')),
    number    text CHECK (number ~ '^\+[1-9][0-9]{7,14}$'),    -- E.164; null: a message is taken
    label     text CHECK (length(label) BETWEEN 1 AND 60),
    always    boolean NOT NULL,                                -- and not in opening hours alone
    PRIMARY KEY (clinic_id, reason),
    CHECK ((number IS NULL) = (label IS NULL))
);
CALL keep_clinics_apart('transfer_destinations');
GRANT SELECT, INSERT, UPDATE, DELETE ON transfer_destinations TO vitaravox_app;

-- Where each call is to be handed on to: whichever server the voice platform asks knows.
CREATE TABLE call_transfers (
    clinic_id  text NOT NULL REFERENCES clinics,
    call_id    text NOT NULL,
    number     text NOT NULL,
    label      text NOT NULL,
    always     boolean NOT NULL,
    at         timestamptz NOT NULL,
    ordered_at timestamptz,                                    -- when the voice platform was told to
    PRIMARY KEY (clinic_id, call_id)
);
CREATE INDEX ON call_transfers (clinic_id, at);
CALL keep_clinics_apart('call_transfers');
GRANT SELECT, INSERT, UPDATE, DELETE ON call_transfers TO vitaravox_app;

-- messages that callers left; personal
ALTER TABLE tasks
    ADD COLUMN caller    text,                                 -- E.164; null when withheld
    ADD COLUMN call_back text,                                 -- E.164
    ADD COLUMN reason    text,                                 -- null: the task is no message
    ADD COLUMN message   text CHECK (length(message) <= 2000);

-- what a tool's success made of its call, where its name does not tell
ALTER TABLE tool_calls ADD COLUMN outcome text;

-- How often a tool was refused in a call for one and the same thing: no arguments, the names of fields and codes alone.
CREATE TABLE slips (
    clinic_id text NOT NULL REFERENCES clinics,
    call_id   text NOT NULL,
    tool      text NOT NULL,
    kind      text NOT NULL,
    times     integer NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, call_id, tool, kind)
);
CREATE INDEX ON slips (clinic_id, at);
CALL keep_clinics_apart('slips');
GRANT SELECT, INSERT, UPDATE, DELETE ON slips TO vitaravox_app;
