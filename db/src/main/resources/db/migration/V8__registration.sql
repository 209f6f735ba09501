-- New patients.

-- charts made by callers have more on them than those that staff fill the demo EMR with
ALTER TABLE demo_charts
    ADD COLUMN sex         text,
    ADD COLUMN email       text,
    ADD COLUMN street      text,
    ADD COLUMN city        text,
    ADD COLUMN province    text,
    ADD COLUMN postal_code text;
CREATE SEQUENCE demo_chart_numbers START 50001;
GRANT USAGE ON SEQUENCE demo_chart_numbers TO vitaravox_app;
