-- Both trails, of charts and of access, become chains: every entry carries the hash of the one before. They are kept by
-- month, so that what is older than seven years goes as a whole; a seal then bridges what is gone.
--
-- A chain is "audit/" and the clinic's id, or "access". The link is made here, by a trigger, in the statement that adds
-- the entry: whoever adds one has no say in it, cannot leave it out, and sends nothing more than before. The row of
-- chain_heads is locked from then to the end of the transaction, so that each link sees the one before it; reading the
-- last entry without that lock would let two entries follow the same one.
--
-- Form 1 of a link, all texts in UTF-8, JSON without blanks as RFC 8785 writes it:
--     hash    = SHA-256 of ["1", chain, position, previous in hex, content in hex]
--     content = SHA-256 of [the columns of the entry, in the order of the trigger below; times in UTC, microseconds]
-- The first entry of a chain has position 1 and 32 zero bytes as previous. Content is hashed by itself so that an
-- export for one patient can prove its place in the chain without showing anything of the others.

-- where each chain ends; ids, numbers and hashes alone, and of all clinics, so that one look anchors them all
CREATE TABLE chain_heads (
    chain    text PRIMARY KEY,
    position bigint NOT NULL,
    previous bytea NOT NULL,
    hash     bytea NOT NULL CHECK (octet_length(hash) = 32)
) WITH (fillfactor = 20); -- changed all the time, in place
GRANT SELECT ON chain_heads TO vitaravox_app;

-- what left the trails: runs of entries that followed each other, from the hash before them to the hash of their last
CREATE TABLE chain_seals (
    chain          text NOT NULL,
    month          date NOT NULL,                            -- its first day
    first_position bigint NOT NULL,
    last_position  bigint NOT NULL CHECK (last_position >= first_position),
    previous       bytea NOT NULL,
    hash           bytea NOT NULL,
    sealed_at      timestamptz NOT NULL,
    PRIMARY KEY (chain, first_position)
);
GRANT SELECT ON chain_seals TO vitaravox_app;

CREATE FUNCTION chain_digest(texts text[]) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(convert_to(array_to_json(texts)::text, 'UTF8'))
$$;
REVOKE EXECUTE ON FUNCTION chain_digest(text[]) FROM PUBLIC;

CREATE FUNCTION chain_moment(at timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;
REVOKE EXECUTE ON FUNCTION chain_moment(timestamptz) FROM PUBLIC;

-- Moves the head of a chain on by one entry; the head as it is then. A second one waits here for the first to commit, and
-- then reads the row anew.
CREATE FUNCTION next_link(which text, content bytea) RETURNS chain_heads LANGUAGE plpgsql AS $$
DECLARE
    head chain_heads;
BEGIN
    LOOP
        UPDATE chain_heads h
           SET position = h.position + 1, previous = h.hash,
               hash = chain_digest(ARRAY['1', h.chain, (h.position + 1)::text, encode(h.hash, 'hex'),
                                         encode(content, 'hex')])
         WHERE h.chain = which RETURNING h.* INTO head;
        IF FOUND THEN
            RETURN head;
        END IF;
        INSERT INTO chain_heads VALUES (which, 0, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))
            ON CONFLICT DO NOTHING;
    END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION next_link(text, bytea) FROM PUBLIC;

-- pg_temp last: a temporary table of whoever adds an entry must not take a table's place
CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    head chain_heads;
BEGIN
    head := next_link('audit/' || NEW.clinic_id, chain_digest(ARRAY[
        chain_moment(NEW.at), NEW.call_id, NEW.relationship, NEW.job, NEW.user_id, NEW.session_id, NEW.action,
        NEW.chart, NEW.subject, NEW.result, NEW.emr]));
    NEW.position := head.position;
    NEW.form := 1;
    NEW.previous := head.previous;
    NEW.hash := head.hash;
    RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION chain_audit() FROM PUBLIC;

CREATE FUNCTION chain_access() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    head chain_heads;
BEGIN
    head := next_link('access', chain_digest(ARRAY[
        chain_moment(NEW.at), NEW.action, NEW.by_user, NEW.user_id, NEW.session_id, NEW.result]));
    NEW.position := head.position;
    NEW.form := 1;
    NEW.previous := head.previous;
    NEW.hash := head.hash;
    RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION chain_access() FROM PUBLIC;

-- The old tables step aside under the names that the version before still uses; what it adds is chained from now on.
ALTER TABLE audit RENAME TO audit_before;
ALTER INDEX audit_pkey RENAME TO audit_before_pkey;
ALTER INDEX audit_by_chart RENAME TO audit_before_by_chart;
ALTER TABLE access_trail RENAME TO access_trail_before;
ALTER INDEX access_trail_pkey RENAME TO access_trail_before_pkey;
ALTER INDEX access_trail_by_user RENAME TO access_trail_before_by_user;

CREATE TABLE audit (
    clinic_id    text NOT NULL REFERENCES clinics,
    position     bigint NOT NULL,                            -- in the clinic's chain
    at           timestamptz NOT NULL,
    call_id      text,                                       -- who: somebody on the phone,
    relationship text,                                       -- and whom they speak for;
    job          text,                                       -- or the server by itself;
    user_id      text,                                       -- or somebody in the administration,
    session_id   text,                                       -- and in which session
    action       text NOT NULL,
    chart        text,                                       -- the patient's id; null if a search found none
    subject      text,                                       -- what within the chart, by id
    result       text NOT NULL,
    emr          text NOT NULL DEFAULT emr_in_use(),         -- whose ids these are
    form         smallint NOT NULL,
    previous     bytea NOT NULL,
    hash         bytea NOT NULL,
    PRIMARY KEY (clinic_id, position, at),
    CONSTRAINT audit_has_one_actor CHECK (num_nonnulls(call_id, job, user_id) = 1),
    CONSTRAINT audit_names_whom_callers_speak_for CHECK ((call_id IS NULL) = (relationship IS NULL)),
    CONSTRAINT audit_names_sessions_of_users CHECK ((user_id IS NULL) = (session_id IS NULL))
) PARTITION BY RANGE (at);
CREATE INDEX audit_by_chart ON audit (clinic_id, chart, position);
CREATE INDEX audit_by_call ON audit (clinic_id, call_id, position);
CREATE INDEX audit_by_user ON audit (clinic_id, user_id, position) WHERE user_id IS NOT NULL;
CREATE TRIGGER audit_is_chained BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION chain_audit();

CREATE TABLE access_trail (
    position   bigint NOT NULL,
    at         timestamptz NOT NULL,
    action     text NOT NULL,
    by_user    text,
    user_id    text,
    session_id text,
    result     text NOT NULL,
    form       smallint NOT NULL,
    previous   bytea NOT NULL,
    hash       bytea NOT NULL,
    PRIMARY KEY (position, at)
) PARTITION BY RANGE (at);
CREATE INDEX access_trail_by_user ON access_trail (user_id, position);
CREATE TRIGGER access_trail_is_chained BEFORE INSERT ON access_trail FOR EACH ROW EXECUTE FUNCTION chain_access();

-- Where entries of months go that nobody opened: a trail that cannot take an entry would stop the telephone.
CREATE TABLE audit_other PARTITION OF audit DEFAULT;
CALL keep_clinics_apart('audit_other');
CREATE TABLE access_trail_other PARTITION OF access_trail DEFAULT;
CALL keep_to_access('access_trail_other');

-- months are opened later, by functions that act as whoever runs this, even where the database has changed hands since
GRANT CREATE ON SCHEMA public TO CURRENT_USER;

-- Makes room for a month of a trail, unless it is there. Attached rather than created in place: that keeps nobody from
-- adding entries meanwhile. Entries of that month that are with the others already stay there.
CREATE FUNCTION open_trail_month(trail text, month date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    part text := trail || to_char(month, '_YYYY_MM');
BEGIN
    IF to_regclass('public.' || part) IS NOT NULL THEN
        RETURN;
    END IF;
    EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part, trail);
    IF trail = 'audit' THEN
        CALL keep_clinics_apart(part::regclass);
    ELSE
        CALL keep_to_access(part::regclass);
    END IF;
    EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)', trail, part,
                   to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00',
                   to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
EXCEPTION
    WHEN check_violation THEN
        NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION open_trail_month(text, date) FROM PUBLIC;

-- The next months of both trails, by the database's own clock: the application may ask for no others. Takes its locks
-- within half a second or not at all.
CREATE FUNCTION open_trail_months() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp SET lock_timeout = '500ms' AS $$
DECLARE
    month date;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('trail months', 0)) THEN
        RETURN; -- another server is at it
    END IF;
    FOR month IN SELECT generate_series(date_trunc('month', now() AT TIME ZONE 'UTC'),
                                        now() AT TIME ZONE 'UTC' + interval '3 months', interval '1 month') LOOP
        PERFORM open_trail_month('audit', month), open_trail_month('access_trail', month);
    END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION open_trail_months() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_trail_months() TO vitaravox_app;

-- what is there already, in the order it was added
ALTER TABLE audit_before NO FORCE ROW LEVEL SECURITY;
ALTER TABLE access_trail_before NO FORCE ROW LEVEL SECURITY;
DO $$
DECLARE
    month date;
BEGIN
    FOR month IN SELECT DISTINCT date_trunc('month', at AT TIME ZONE 'UTC') FROM audit_before LOOP
        PERFORM open_trail_month('audit', month);
    END LOOP;
    FOR month IN SELECT DISTINCT date_trunc('month', at AT TIME ZONE 'UTC') FROM access_trail_before LOOP
        PERFORM open_trail_month('access_trail', month);
    END LOOP;
END
$$;
SELECT open_trail_months();
INSERT INTO audit (clinic_id, at, call_id, relationship, job, user_id, session_id, action, chart, subject, result, emr)
SELECT clinic_id, at, call_id, relationship, job, user_id, session_id, action, chart, subject, result, emr
  FROM audit_before ORDER BY clinic_id, entry_id;
INSERT INTO access_trail (at, action, by_user, user_id, session_id, result)
SELECT at, action, by_user, user_id, session_id, result FROM access_trail_before ORDER BY event_id;
DROP TABLE audit_before;
DROP TABLE access_trail_before;

CALL keep_clinics_apart('audit');
CALL keep_to_access('access_trail');
-- not the columns of the link; and nothing at all on the months themselves
GRANT SELECT, INSERT (clinic_id, at, call_id, relationship, job, user_id, session_id, action, chart, subject, result, emr)
    ON audit TO vitaravox_app;
GRANT SELECT, INSERT (at, action, by_user, user_id, session_id, result) ON access_trail TO vitaravox_app;

-- What follows lets old months go. Row-level security binds the owner too, so each chain is looked at as whoever may see
-- it: the clinic, or access.
CREATE FUNCTION see_chain(which text) RETURNS void LANGUAGE sql AS $$
    SELECT set_config('vitaravox.clinic_id', CASE WHEN which LIKE 'audit/%' THEN substr(which, 7) ELSE '' END, true),
           set_config('vitaravox.access', CASE WHEN which = 'access' THEN 'on' ELSE '' END, true)
$$;
REVOKE EXECUTE ON FUNCTION see_chain(text) FROM PUBLIC;

CREATE FUNCTION trail_of(which text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN which = 'access' THEN 'access_trail' ELSE 'audit' END
$$;
REVOKE EXECUTE ON FUNCTION trail_of(text) FROM PUBLIC;

-- The runs of a chain in a month: entries whose positions follow each other. One, but for clocks that differ.
CREATE FUNCTION trail_runs(which text, month date, moment timestamptz) RETURNS SETOF chain_seals LANGUAGE plpgsql AS $$
BEGIN
    PERFORM see_chain(which);
    RETURN QUERY EXECUTE format('
        WITH entry AS (
            SELECT position, previous, hash, position - row_number() OVER (ORDER BY position) AS run
              FROM public.%I WHERE at >= $3 AND at < $4
        ), ends AS (
            SELECT min(position) AS first, max(position) AS last FROM entry GROUP BY run
        )
        SELECT $1, $2, e.first, e.last, f.previous, l.hash, $5
          FROM ends e JOIN entry f ON f.position = e.first JOIN entry l ON l.position = e.last
         ORDER BY e.first', trail_of(which))
        USING which, month, month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC', moment;
END
$$;
REVOKE EXECUTE ON FUNCTION trail_runs(text, date, timestamptz) FROM PUBLIC;

-- Says in a chain what was sealed of it; with the chain in sight.
CREATE FUNCTION say_retired(seal chain_seals) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF seal.chain = 'access' THEN
        INSERT INTO access_trail (at, action, result) VALUES (seal.sealed_at, 'entries_retired', 'done');
    ELSE
        INSERT INTO audit (clinic_id, at, job, action, subject, result)
        VALUES (substr(seal.chain, 7), seal.sealed_at, 'retention', 'retire_entries',
                to_char(seal.month, 'YYYY-MM') || ':' || seal.first_position || '-' || seal.last_position, 'done');
    END IF;
END
$$;
REVOKE EXECUTE ON FUNCTION say_retired(chain_seals) FROM PUBLIC;

-- Months of a trail before a day: those that have a place of their own, and those whose entries are with the others.
CREATE FUNCTION trail_months(trail text, before date) RETURNS SETOF date LANGUAGE plpgsql AS $$
DECLARE
    which text;
BEGIN
    RETURN QUERY
        SELECT first FROM (
            SELECT CASE WHEN part.relname ~ '_\d{4}_\d{2}$' THEN to_date(right(part.relname, 7), 'YYYY_MM') END AS first
              FROM pg_inherits i JOIN pg_class part ON part.oid = i.inhrelid
             WHERE i.inhparent = trail::regclass) months
         WHERE first < before;
    FOR which IN SELECT chain FROM chain_heads WHERE trail_of(chain) = trail LOOP
        PERFORM see_chain(which);
        RETURN QUERY EXECUTE format(
            'SELECT DISTINCT date_trunc(''month'', at AT TIME ZONE ''UTC'')::date FROM public.%I WHERE at < $1',
            trail || '_other') USING before::timestamp AT TIME ZONE 'UTC';
    END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION trail_months(text, date) FROM PUBLIC;

-- The first day of the first month that is kept: all before it is older than seven years, by the clock of whoever asks, but
-- never by one that is ahead of the database's own.
CREATE FUNCTION trails_kept_from(moment timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
    SELECT date_trunc('month', (least(moment, now()) AT TIME ZONE 'UTC') - interval '7 years')::date
$$;
REVOKE EXECUTE ON FUNCTION trails_kept_from(timestamptz) FROM PUBLIC;

-- What would leave a chain.
CREATE FUNCTION trail_runs_due(which text, moment timestamptz) RETURNS SETOF chain_seals
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    month date;
BEGIN
    FOR month IN SELECT DISTINCT m FROM trail_months(trail_of(which), trails_kept_from(moment)) m ORDER BY m LOOP
        RETURN QUERY SELECT * FROM trail_runs(which, month, moment);
    END LOOP;
    PERFORM see_chain('');
END
$$;
REVOKE EXECUTE ON FUNCTION trail_runs_due(text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION trail_runs_due(text, timestamptz) TO vitaravox_app;

-- One step of letting the oldest due month go, short enough to be taken between calls: seals one chain in it and says so
-- in that chain; or, when all are sealed, drops the month. Whether there may be more to do.
CREATE FUNCTION retire_trail_month(moment timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '500ms' AS $$
DECLARE
    old record;
    which text;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('trail months', 0)) THEN
        RETURN false; -- another server is at it
    END IF;
    SELECT trail, month INTO old
      FROM unnest(ARRAY['access_trail', 'audit']) trail, trail_months(trail, trails_kept_from(moment)) month
     ORDER BY month, trail LIMIT 1;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    FOR which IN
        SELECT chain FROM chain_heads h
         WHERE trail_of(chain) = old.trail
           AND NOT EXISTS (SELECT FROM chain_seals s WHERE s.chain = h.chain AND s.month = old.month)
         ORDER BY chain
    LOOP
        INSERT INTO chain_seals SELECT * FROM trail_runs(which, old.month, moment);
        IF FOUND THEN
            PERFORM say_retired(seal) FROM chain_seals seal WHERE seal.chain = which AND seal.month = old.month;
            PERFORM see_chain('');
            RETURN true;
        END IF;
    END LOOP;
    FOR which IN SELECT chain FROM chain_heads WHERE trail_of(chain) = old.trail LOOP
        PERFORM see_chain(which);
        EXECUTE format('DELETE FROM public.%I WHERE at >= $1 AND at < $2', old.trail || '_other')
            USING old.month::timestamp AT TIME ZONE 'UTC', (old.month + interval '1 month') AT TIME ZONE 'UTC';
    END LOOP;
    PERFORM see_chain('');
    EXECUTE format('DROP TABLE IF EXISTS public.%I', old.trail || to_char(old.month, '_YYYY_MM'));
    RETURN true;
END
$$;
REVOKE EXECUTE ON FUNCTION retire_trail_month(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION retire_trail_month(timestamptz) TO vitaravox_app;
