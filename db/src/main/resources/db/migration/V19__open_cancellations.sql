-- The call has begun to cancel the appointment and does not know how that ended: the repeat that finds it cancelled owes
-- the audit trail its end.
ALTER TABLE told_appointments ADD COLUMN cancelling boolean NOT NULL DEFAULT false;
