-- How much is under way at all clinics together, for whoever runs the servers: numbers and one moment, and whose it is
-- nobody is told. Row-level security shows one clinic at a time, so they are counted one after the other, each by an index
-- of what is open. To be asked by a transaction that sees all clinics; afterwards it is in none.
CREATE FUNCTION under_way(at timestamptz,
    OUT holds bigint, OUT offers bigint, OUT tasks bigint, OUT oldest_task timestamptz, OUT overdue_writes bigint
) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    clinic text;
    many   bigint;
    oldest timestamptz;
BEGIN
    holds := 0;
    offers := 0;
    tasks := 0;
    FOREACH clinic IN ARRAY coalesce((SELECT array_agg(c.clinic_id) FROM clinics c), '{}'::text[]) LOOP
        PERFORM set_config('vitaravox.clinic_id', clinic, true);
        SELECT count(*) INTO many FROM slots s
         WHERE s.clinic_id = clinic AND s.state = 'held' AND s.until > at;
        holds := holds + many;
        SELECT count(*) INTO many FROM waitlist_offers o WHERE o.clinic_id = clinic AND o.live;
        offers := offers + many;
        SELECT count(*), min(t.at) INTO many, oldest FROM tasks t
         WHERE t.clinic_id = clinic AND t.finished_at IS NULL;
        tasks := tasks + many;
        oldest_task := least(oldest_task, oldest);
    END LOOP;
    PERFORM set_config('vitaravox.clinic_id', '', true);
    SELECT count(*) INTO overdue_writes FROM unfinished_writes w WHERE w.due < at - interval '1 minute';
END
$$;
REVOKE EXECUTE ON FUNCTION under_way(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION under_way(timestamptz) TO vitaravox_app;
