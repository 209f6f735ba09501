-- What only people can finish.

CREATE TABLE tasks (
    clinic_id   text NOT NULL REFERENCES clinics,
    kind        text NOT NULL,
    about       text NOT NULL,                                 -- a slot or appointment, by id
    patient_id  text,
    call_id     text,
    at          timestamptz NOT NULL,
    finished_at timestamptz,
    PRIMARY KEY (clinic_id, kind, about)                       -- one of a kind about one thing
);
CREATE INDEX tasks_open ON tasks (clinic_id, at) WHERE finished_at IS NULL;
CALL keep_clinics_apart('tasks');
GRANT SELECT, INSERT, UPDATE ON tasks TO vitaravox_app;
