-- A closure of a part of each of its days, in the clinic's wall-clock time. A version that does not know these columns takes
-- the whole day for closed: it offers less than it could, and nothing that it should not.
ALTER TABLE closures
    ADD COLUMN closed_from time,                             -- null: the whole day
    ADD COLUMN closed_to   time,                             -- midnight: to the end of the day
    ADD CONSTRAINT closures_part CHECK (
        closed_from IS NULL AND closed_to IS NULL
        OR closed_from IS NOT NULL AND closed_to IS NOT NULL
           AND (closed_to > closed_from OR closed_to = '00:00' AND closed_from > '00:00'));
