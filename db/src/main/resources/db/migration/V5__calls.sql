-- The records of calls, what was asked in them, and the one answer of each tool call that writes.

-- News of a call come twice and in any order, so facts that differ by their source are kept by source.
CREATE TABLE calls (
    clinic_id        text NOT NULL REFERENCES clinics,
    call_id          text NOT NULL,
    caller           text,                                     -- E.164; null when withheld
    first_heard_at   timestamptz NOT NULL,
    started_at       timestamptz,
    ended_at         timestamptz,
    ended_reason     text,                                     -- as told when it ended,
    reported_reason  text,                                     -- and by the report after it
    cost_usd         numeric,
    said_summary     text,                                     -- the assistant's,
    reported_summary text,                                     -- and the report's
    said_intent      text,
    said_outcome     text,
    satisfaction     smallint CHECK (satisfaction BETWEEN 1 AND 5),
    derived_intent   text,                                     -- as what happened shows
    derived_outcome  text,
    PRIMARY KEY (clinic_id, call_id)
);
CALL keep_clinics_apart('calls');
GRANT SELECT, INSERT, UPDATE, DELETE ON calls TO vitaravox_app;

-- without arguments: they are personal
CREATE TABLE tool_calls (
    clinic_id    text NOT NULL REFERENCES clinics,
    call_id      text NOT NULL,
    tool_call_id text NOT NULL,
    tool         text NOT NULL,
    at           timestamptz NOT NULL,
    took_micros  bigint NOT NULL,
    code         text,                                         -- of a refusal
    PRIMARY KEY (clinic_id, call_id, tool_call_id),
    FOREIGN KEY (clinic_id, call_id) REFERENCES calls ON DELETE CASCADE
);
CALL keep_clinics_apart('tool_calls');
GRANT SELECT, INSERT, UPDATE, DELETE ON tool_calls TO vitaravox_app;

-- A row without an answer is being executed until "until"; one with an answer is remembered until then.
CREATE TABLE tool_replies (
    clinic_id    text NOT NULL REFERENCES clinics,
    call_id      text NOT NULL,
    tool_call_id text NOT NULL,
    request      text NOT NULL,                                -- a digest of tool and arguments
    answer       text,                                         -- JSON, to be repeated to the letter
    until        timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, call_id, tool_call_id)
);
CALL keep_clinics_apart('tool_replies');
GRANT SELECT, INSERT, UPDATE, DELETE ON tool_replies TO vitaravox_app;
