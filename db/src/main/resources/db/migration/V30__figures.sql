-- Figures of calls by day, so that nobody who looks at them waits for a count of all calls. What changed is marked in the
-- statement that changes it, and counted anew later, in Java: which day a call is of is for the clinic's clock to say.
CREATE TABLE call_counts (
    clinic_id text NOT NULL REFERENCES clinics,
    day       date NOT NULL,                                   -- by the clinic's clock
    counts    jsonb NOT NULL,                                  -- {"hour 9": 2, "intent book": 1, …}
    PRIMARY KEY (clinic_id, day)
);
CALL keep_clinics_apart('call_counts');
GRANT SELECT, INSERT, DELETE ON call_counts TO vitaravox_app;

-- the same of all clinics together: numbers alone, so that whoever runs the platform needs to look into none
CREATE TABLE call_totals (
    day     date NOT NULL,
    counted text NOT NULL,
    many    bigint NOT NULL,
    PRIMARY KEY (day, counted)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON call_totals TO vitaravox_app;

-- What is to be counted anew: ids and days alone, so that whoever counts finds the clinics.
CREATE TABLE counts_due (
    clinic_id text NOT NULL,
    day       date NOT NULL,                                   -- in UTC
    since     timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, day)
);
CREATE INDEX counts_due_by_time ON counts_due (since);
GRANT SELECT, INSERT, UPDATE, DELETE ON counts_due TO vitaravox_app;

-- what is there already
ALTER TABLE calls NO FORCE ROW LEVEL SECURITY;
INSERT INTO counts_due (clinic_id, day, since)
SELECT clinic_id, (first_heard_at AT TIME ZONE 'UTC')::date, min(first_heard_at) FROM calls GROUP BY 1, 2;
ALTER TABLE calls FORCE ROW LEVEL SECURITY;
