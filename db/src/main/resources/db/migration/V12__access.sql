-- Who gets into the administration: users, second factors, sessions, attempts to log in; and the trail of it.
--
-- These tables belong to no clinic: a user may work in several, a platform admin works in all. Row-level security keeps
-- them from the work of clinics instead: a transaction sees them only while vitaravox.access is on, and then it is in no
-- clinic. A query made for a call or a page of a clinic finds no user in them, whatever it asks for.

CREATE PROCEDURE keep_to_access(t regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format(
        'CREATE POLICY access_only ON %s'
            ' USING (current_setting(''vitaravox.access'', true) = ''on'')'
            ' WITH CHECK (current_setting(''vitaravox.access'', true) = ''on'')', t);
END
$$;
REVOKE EXECUTE ON PROCEDURE keep_to_access(regclass) FROM PUBLIC;

CREATE TABLE users (
    user_id        text PRIMARY KEY,
    email          text NOT NULL UNIQUE,                       -- in lower case
    name           text NOT NULL,
    role           text NOT NULL CHECK (role IN ('platform_admin', 'clinic_manager', 'clinic_staff', 'auditor')),
    clinics        text[] NOT NULL,
    locked         boolean NOT NULL,
    password_hash  text NOT NULL,
    password_until timestamptz,                                -- of a password that somebody else gave them
    totp_secret    text,                                       -- sealed for this row
    totp_step      bigint,                                     -- the last one whose code was used
    version        bigint NOT NULL,
    created_at     timestamptz NOT NULL,
    CHECK ((role = 'platform_admin') = (clinics = '{}')),
    CHECK ((totp_secret IS NULL) = (totp_step IS NULL))
);
CALL keep_to_access('users');
GRANT SELECT, INSERT, UPDATE ON users TO vitaravox_app;

-- used ones are gone
CREATE TABLE recovery_codes (
    user_id   text NOT NULL REFERENCES users,
    code_hash text NOT NULL,
    PRIMARY KEY (user_id, code_hash)
);
CALL keep_to_access('recovery_codes');
GRANT SELECT, INSERT, DELETE ON recovery_codes TO vitaravox_app;

-- ended ones are gone; what ended them is in the trail
CREATE TABLE sessions (
    session_id    text PRIMARY KEY,
    user_id       text NOT NULL REFERENCES users,
    kind          text NOT NULL CHECK (kind IN ('web', 'api')),
    second_factor boolean NOT NULL,
    started_at    timestamptz NOT NULL,
    seen_at       timestamptz NOT NULL
);
CREATE INDEX sessions_by_user ON sessions (user_id, started_at);
CREATE INDEX sessions_by_age ON sessions (started_at);
CALL keep_to_access('sessions');
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO vitaravox_app;

-- one after the other, each exchanged for the next; the last is unused
CREATE TABLE refresh_tokens (
    token_hash text PRIMARY KEY,
    session_id text NOT NULL REFERENCES sessions ON DELETE CASCADE,
    used_at    timestamptz,
    next_hash  text,
    CHECK ((used_at IS NULL) = (next_hash IS NULL))
);
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);
CALL keep_to_access('refresh_tokens');
GRANT SELECT, INSERT, UPDATE, DELETE ON refresh_tokens TO vitaravox_app;

-- by a digest of the address, whether there is such a user or not
CREATE TABLE login_attempts (
    address  text PRIMARY KEY,
    attempts integer NOT NULL,
    until    timestamptz NOT NULL
);
CREATE INDEX login_attempts_by_age ON login_attempts (until);
CALL keep_to_access('login_attempts');
GRANT SELECT, INSERT, UPDATE, DELETE ON login_attempts TO vitaravox_app;

-- appended to, never changed
CREATE TABLE access_trail (
    event_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at         timestamptz NOT NULL,
    action     text NOT NULL,
    by_user    text,
    user_id    text,
    session_id text,
    result     text NOT NULL
);
CREATE INDEX access_trail_by_user ON access_trail (user_id, at);
CALL keep_to_access('access_trail');
GRANT SELECT, INSERT ON access_trail TO vitaravox_app;

-- what admins see and change in a clinic is in the clinic's own trail
ALTER TABLE audit
    ADD COLUMN user_id    text,
    ADD COLUMN session_id text,
    DROP CONSTRAINT audit_check1,
    ADD CONSTRAINT audit_has_one_actor CHECK (num_nonnulls(call_id, job, user_id) = 1),
    ADD CONSTRAINT audit_names_sessions_of_users CHECK ((user_id IS NULL) = (session_id IS NULL));
