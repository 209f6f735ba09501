-- Whether a clinic goes by its EMR's own schedule, and what it makes of the codes in it. A code that is not here, or has
-- no visit types, is not bookable.

CREATE TABLE emr_schedules (
    clinic_id text PRIMARY KEY REFERENCES clinics,
    in_use    boolean NOT NULL
);
CALL keep_clinics_apart('emr_schedules');
GRANT SELECT, INSERT, UPDATE ON emr_schedules TO vitaravox_app;

CREATE TABLE schedule_codes (
    clinic_id   text NOT NULL REFERENCES clinics,
    code        text NOT NULL CHECK (char_length(code) = 1),
    description text NOT NULL,
    notice      text NOT NULL CHECK (notice IN ('any', 'same_day', 'same_week', 'never')),
    visit_types text[] NOT NULL,
    PRIMARY KEY (clinic_id, code)
);
CALL keep_clinics_apart('schedule_codes');
GRANT SELECT, INSERT, DELETE ON schedule_codes TO vitaravox_app;
