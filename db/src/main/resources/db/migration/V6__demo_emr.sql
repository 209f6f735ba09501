-- An EMR of our own, for clinics that only try things out. It behaves as OSCAR does: it checks nothing, so that whoever
-- books here must get along with an EMR that books the same time twice if asked twice.

CREATE TABLE demo_charts (
    clinic_id             text NOT NULL REFERENCES clinics,
    patient_id            text NOT NULL,
    first_name            text NOT NULL,
    last_name             text NOT NULL,
    first_folded          text NOT NULL,                       -- lower case, without accents
    last_folded           text NOT NULL,
    birth_date            date NOT NULL,
    health_number         text,
    health_number_version text,
    health_number_issuer  text,
    family_provider       text,
    email_on_file         boolean NOT NULL,
    address_on_file       boolean NOT NULL,
    active                boolean NOT NULL DEFAULT true,       -- others are not shown
    PRIMARY KEY (clinic_id, patient_id)
);
CREATE INDEX demo_charts_by_name ON demo_charts (clinic_id, last_folded, first_folded);
CREATE INDEX demo_charts_by_birth_date ON demo_charts (clinic_id, birth_date);
CREATE INDEX demo_charts_by_health_number ON demo_charts (clinic_id, health_number);
CALL keep_clinics_apart('demo_charts');
GRANT SELECT, INSERT, UPDATE, DELETE ON demo_charts TO vitaravox_app;

CREATE TABLE demo_chart_phones (
    clinic_id  text NOT NULL REFERENCES clinics,
    patient_id text NOT NULL,
    place      smallint NOT NULL,
    phone      text NOT NULL,                                  -- E.164
    PRIMARY KEY (clinic_id, patient_id, place),
    FOREIGN KEY (clinic_id, patient_id) REFERENCES demo_charts ON DELETE CASCADE
);
CREATE INDEX demo_chart_phones_by_phone ON demo_chart_phones (clinic_id, phone);
CALL keep_clinics_apart('demo_chart_phones');
GRANT SELECT, INSERT, UPDATE, DELETE ON demo_chart_phones TO vitaravox_app;

CREATE SEQUENCE demo_appointment_numbers START 10001;
GRANT USAGE ON SEQUENCE demo_appointment_numbers TO vitaravox_app;

-- no constraint on time, provider or patient: see above
CREATE TABLE demo_appointments (
    clinic_id      text NOT NULL REFERENCES clinics,
    appointment_id text NOT NULL DEFAULT nextval('demo_appointment_numbers')::text,
    provider_id    text NOT NULL,
    patient_id     text,                                       -- null: the time is merely blocked
    starts         timestamptz NOT NULL,
    ends           timestamptz NOT NULL CHECK (ends > starts),
    emr_type       text NOT NULL,
    status         text NOT NULL CHECK (status IN ('booked', 'cancelled', 'missed', 'seen')),
    reason         text,
    reference      text,                                       -- the slot it was booked from
    PRIMARY KEY (clinic_id, appointment_id)
);
CREATE INDEX demo_appointments_by_day ON demo_appointments (clinic_id, provider_id, starts);
CREATE INDEX demo_appointments_by_patient ON demo_appointments (clinic_id, patient_id, starts);
CALL keep_clinics_apart('demo_appointments');
GRANT SELECT, INSERT, UPDATE, DELETE ON demo_appointments TO vitaravox_app;
