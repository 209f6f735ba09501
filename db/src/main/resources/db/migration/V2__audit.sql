-- The trail of everything that was seen or changed in a chart: appended to, never changed. The application may add and
-- read, and nothing else.

CREATE TABLE audit (
    clinic_id    text NOT NULL REFERENCES clinics,
    entry_id     bigint GENERATED ALWAYS AS IDENTITY,
    at           timestamptz NOT NULL,
    call_id      text,                                       -- who: somebody on the phone,
    relationship text,                                       -- and whom they speak for;
    job          text,                                       -- or the server by itself
    action       text NOT NULL,
    chart        text,                                       -- the patient's id; null if a search found none
    subject      text,                                       -- what within the chart, by id
    result       text NOT NULL,
    PRIMARY KEY (clinic_id, entry_id),
    CHECK ((call_id IS NULL) = (relationship IS NULL)),
    CHECK ((call_id IS NULL) <> (job IS NULL))
);
CREATE INDEX audit_by_chart ON audit (clinic_id, chart, at);
CALL keep_clinics_apart('audit');
GRANT SELECT, INSERT ON audit TO vitaravox_app;
