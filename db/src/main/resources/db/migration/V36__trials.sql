-- Calls that users of the administration try out on demo data. Which they were is known for as long as calls are, so that
-- figures leave them out; how one stands goes an hour after its end.
CREATE TABLE trials (
    clinic_id  text NOT NULL REFERENCES clinics,
    call_id    text NOT NULL,
    user_id    text NOT NULL,
    begun_at   timestamptz NOT NULL,
    ended_at   timestamptz,
    state      text,                                           -- sealed for the clinic and the call
    steps      integer NOT NULL DEFAULT 0,
    busy_until timestamptz,                                    -- somebody takes a step
    PRIMARY KEY (clinic_id, call_id)
);
CALL keep_clinics_apart('trials');
GRANT SELECT, INSERT, UPDATE, DELETE ON trials TO vitaravox_app;

-- Those with which something is still to be done: ids alone, so that whoever does it finds the clinics.
CREATE TABLE open_trials (
    clinic_id text NOT NULL,
    call_id   text NOT NULL,
    user_id   text NOT NULL,
    over      boolean NOT NULL DEFAULT false,                  -- to be forgotten; else to be ended
    due       timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, call_id)
);
CREATE INDEX open_trials_by_time ON open_trials (due);
GRANT SELECT, INSERT, UPDATE, DELETE ON open_trials TO vitaravox_app;
