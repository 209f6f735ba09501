-- The latest migration known to the oldest program that still works with these tables. Migrations only add, so that the
-- program before goes on working while servers are restarted one after the other, and can be gone back to. One that takes
-- something away comes a release later than the program that no longer needs it, and gives this function the number of
-- that program's latest migration.
CREATE FUNCTION oldest_program() RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 31';
