-- A write that was cut off, and of which the EMR shows nothing, has ended; what it sent may still arrive, and its time is
-- nobody else's until then. The check that only what is held, being written or booked may block gives way to a wider one.
DO $$
DECLARE
    narrow text;
BEGIN
    SELECT conname INTO STRICT narrow FROM pg_constraint
     WHERE conrelid = 'slots'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%CASE state%';
    EXECUTE format('ALTER TABLE slots DROP CONSTRAINT %I', narrow);
END $$;
ALTER TABLE slots ADD CONSTRAINT slots_block_by_state CHECK (
    CASE state WHEN 'held' THEN blocks WHEN 'writing' THEN blocks WHEN 'booked' THEN true WHEN 'compensated' THEN true
               ELSE NOT blocks END);
