-- The clinics, their settings and their telephone lines; and what all tables have in common.
--
-- Two roles. These migrations run as the owner of the tables. The application logs in as a role of its own that is a
-- member of vitaravox_app: it changes rows and never tables, and row-level security shows it only the rows of one
-- clinic, the one that the setting vitaravox.clinic_id of its transaction names. Without that setting it sees nothing
-- and can write nothing. Every table with a clinic_id is under that rule, but for "lines", by which the clinic is found,
-- and "unfinished_writes", a queue of all clinics' work that holds ids and times alone.
--
-- Keys begin with clinic_id: ids of calls, patients, appointments are unique within a clinic at most.
-- Times are timestamptz. SQL never asks for the present: "now" always comes from the application, so that a whole day
-- can be simulated. Wall-clock times (time, date) are the clinic's; only the application turns them into moments, for
-- its time-zone data is newer than PostgreSQL's.

-- equality beside ranges in one exclusion constraint; a trusted extension, the owner of a database may create it
CREATE EXTENSION IF NOT EXISTS btree_gist;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'vitaravox_app') THEN
        CREATE ROLE vitaravox_app NOLOGIN;
    END IF;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN
        NULL; -- another database of this server is being migrated at the same moment; roles belong to the server
    WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the role vitaravox_app is missing, and % may not create it', current_user
            USING HINT = 'As an administrator: CREATE ROLE vitaravox_app NOLOGIN';
END
$$;

-- databases made before PostgreSQL 15 let everybody create tables
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- the application compares the version of the tables with its own when it starts
GRANT SELECT ON flyway_schema_history TO vitaravox_app;

-- Puts a table under the rule above. FORCE: not even the owner of the table is exempt.
CREATE PROCEDURE keep_clinics_apart(t regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
        'CREATE POLICY one_clinic ON %s'
            ' USING (clinic_id = current_setting(''vitaravox.clinic_id'', true))'
            ' WITH CHECK (clinic_id = current_setting(''vitaravox.clinic_id'', true))', t);
END
$$;
REVOKE EXECUTE ON PROCEDURE keep_clinics_apart(regclass) FROM PUBLIC;

CREATE TABLE clinics (
    clinic_id              text PRIMARY KEY CHECK (clinic_id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
    name                   text NOT NULL,
    phone                  text NOT NULL,           -- E.164
    address                text NOT NULL,           -- one line, as spoken
    zone                   text NOT NULL,           -- IANA name
    languages              text[] NOT NULL,         -- ISO 639-1, the usual one first
    accepting_new_patients boolean NOT NULL,
    waitlist_enabled       boolean NOT NULL,
    greeting               text,
    default_visit_type     text NOT NULL,
    -- what callers may book
    grid_minutes           integer NOT NULL,
    minimum_notice_seconds bigint NOT NULL,
    change_notice_seconds  bigint NOT NULL,
    horizon_days           integer NOT NULL,
    future_appointments    integer NOT NULL,        -- per patient
    holidays               text                     -- the province whose statutory holidays are days off
);
CALL keep_clinics_apart('clinics');
GRANT SELECT, INSERT, UPDATE ON clinics TO vitaravox_app;

CREATE TABLE clinic_hours (
    clinic_id text NOT NULL REFERENCES clinics,
    day       smallint NOT NULL CHECK (day BETWEEN 1 AND 7), -- ISO: Monday is 1
    place     smallint NOT NULL,                             -- order within the day
    opens     time NOT NULL,
    closes    time NOT NULL CHECK (closes > opens),
    PRIMARY KEY (clinic_id, day, place)
);
CALL keep_clinics_apart('clinic_hours');
GRANT SELECT, INSERT, UPDATE, DELETE ON clinic_hours TO vitaravox_app;

-- whole days off: holidays of the clinic, absences of one provider
CREATE TABLE closures (
    clinic_id   text NOT NULL REFERENCES clinics,
    place       integer NOT NULL,
    first_day   date NOT NULL,
    last_day    date NOT NULL CHECK (last_day >= first_day),
    reason      text NOT NULL,
    provider_id text,                                        -- null: the whole clinic
    PRIMARY KEY (clinic_id, place)
);
CALL keep_clinics_apart('closures');
GRANT SELECT, INSERT, UPDATE, DELETE ON closures TO vitaravox_app;

CREATE TABLE providers (
    clinic_id              text NOT NULL REFERENCES clinics,
    provider_id            text NOT NULL,                    -- the EMR's
    place                  integer NOT NULL,                 -- the clinic's order
    display_name           text NOT NULL,
    specialty              text,
    accepting_new_patients boolean NOT NULL,
    bookable               boolean NOT NULL,
    audiences              jsonb NOT NULL,                   -- {"physical": "own_patients", …}; {}: everyone, everything
    PRIMARY KEY (clinic_id, provider_id)
);
CALL keep_clinics_apart('providers');
GRANT SELECT, INSERT, UPDATE, DELETE ON providers TO vitaravox_app;

CREATE TABLE visit_types (
    clinic_id      text NOT NULL REFERENCES clinics,
    code           text NOT NULL,
    place          integer NOT NULL,
    minutes        integer NOT NULL CHECK (minutes BETWEEN 5 AND 240),
    names          jsonb NOT NULL,                           -- {"en": "check-up", …}
    aliases        text[] NOT NULL,
    emr_type       text NOT NULL,
    -- kept free of other appointments around one of this type
    minutes_before integer NOT NULL CHECK (minutes_before BETWEEN 0 AND 120),
    minutes_after  integer NOT NULL CHECK (minutes_after BETWEEN 0 AND 120),
    PRIMARY KEY (clinic_id, code)
);
CALL keep_clinics_apart('visit_types');
GRANT SELECT, INSERT, UPDATE, DELETE ON visit_types TO vitaravox_app;

-- Which clinic a call is for. The one table about clinics without row-level security: it is read before the clinic is
-- known, and holds nothing but numbers and ids.
CREATE TABLE lines (
    number          text PRIMARY KEY,                        -- E.164
    clinic_id       text NOT NULL REFERENCES clinics,
    phone_number_id text UNIQUE,                             -- the voice platform's id of the number
    assistant_id    text,                                    -- the voice platform's id of a saved assistant
    language        text NOT NULL,
    -- lines of one clinic may share an assistant, clinics may not
    EXCLUDE USING gist (assistant_id WITH =, clinic_id WITH <>)
);
CREATE INDEX ON lines (clinic_id);
GRANT SELECT, INSERT, UPDATE, DELETE ON lines TO vitaravox_app;
