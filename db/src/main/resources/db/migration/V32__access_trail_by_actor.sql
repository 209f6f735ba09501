-- Who watches over access asks what one user did, and not only what was done to one.
CREATE INDEX access_trail_by_actor ON access_trail (by_user, position) WHERE by_user IS NOT NULL;
