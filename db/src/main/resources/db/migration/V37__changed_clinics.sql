-- Which clinics are not as they were: whoever keeps what is known of each looks at those, and not at all of them again and
-- again. A number from one sequence, another one after each change to a clinic's settings, lines or parts at the voice platform.
CREATE SEQUENCE clinic_changes;
GRANT USAGE ON SEQUENCE clinic_changes TO vitaravox_app;
ALTER TABLE clinics ADD COLUMN change bigint NOT NULL DEFAULT nextval('clinic_changes');

CREATE FUNCTION clinic_changes_itself() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.change := nextval('clinic_changes');
    RETURN NEW;
END
$$;
CREATE TRIGGER clinic_changes_itself BEFORE UPDATE ON clinics
    FOR EACH ROW EXECUTE FUNCTION clinic_changes_itself();

-- Lines are changed in no clinic, where no clinic's row is to be seen: for this one change it is.
CREATE FUNCTION clinic_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    whose text := CASE WHEN TG_OP = 'DELETE' THEN OLD.clinic_id ELSE NEW.clinic_id END;
    before text := coalesce(current_setting('vitaravox.clinic_id', true), '');
BEGIN
    PERFORM set_config('vitaravox.clinic_id', whose, true);
    UPDATE clinics SET change = DEFAULT WHERE clinic_id = whose;
    PERFORM set_config('vitaravox.clinic_id', before, true);
    RETURN NULL;
END
$$;
CREATE TRIGGER clinic_changes AFTER INSERT OR UPDATE OR DELETE ON clinic_hours
    FOR EACH ROW EXECUTE FUNCTION clinic_changes();
CREATE TRIGGER clinic_changes AFTER INSERT OR UPDATE OR DELETE ON closures
    FOR EACH ROW EXECUTE FUNCTION clinic_changes();
CREATE TRIGGER clinic_changes AFTER INSERT OR UPDATE OR DELETE ON providers
    FOR EACH ROW EXECUTE FUNCTION clinic_changes();
CREATE TRIGGER clinic_changes AFTER INSERT OR UPDATE OR DELETE ON visit_types
    FOR EACH ROW EXECUTE FUNCTION clinic_changes();
CREATE TRIGGER clinic_changes AFTER INSERT OR UPDATE OR DELETE ON lines
    FOR EACH ROW EXECUTE FUNCTION clinic_changes();
CREATE TRIGGER clinic_changes AFTER INSERT OR UPDATE OR DELETE ON platform_parts
    FOR EACH ROW EXECUTE FUNCTION clinic_changes();
