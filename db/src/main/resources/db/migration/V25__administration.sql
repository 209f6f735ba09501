-- What the administration sees across clinics: which there are. It is in no clinic then, and may read and no more.
CREATE POLICY listed_for_access ON clinics FOR SELECT
    USING (current_setting('vitaravox.access', true) = 'on');
