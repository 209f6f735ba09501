-- The browser that comes back with a consent has no session: whoever asked for the consent stands in the trail for it.

ALTER TABLE emr_consents
    ADD COLUMN asked_by text,  -- none where a release before asked
    ADD COLUMN asked_in text;
