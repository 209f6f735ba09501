-- What a call's timeline shows of each tool call beside its code: with what it was called, and what the EMR was asked.
-- Both go with the call.
ALTER TABLE tool_calls
    ADD COLUMN arguments    text,                              -- sealed; personal
    ADD COLUMN emr_requests text[],                            -- operations, in the order they were asked;
    ADD COLUMN emr_micros   bigint[],                          -- how long each took,
    ADD COLUMN emr_statuses integer[],                         -- and HTTP's status; null: not answered
    ADD CONSTRAINT tool_calls_are_bounded CHECK (length(arguments) <= 20000 AND cardinality(emr_requests) <= 50),
    ADD CONSTRAINT tool_calls_have_whole_requests CHECK (
        cardinality(emr_requests) IS NOT DISTINCT FROM cardinality(emr_micros)
        AND cardinality(emr_requests) IS NOT DISTINCT FROM cardinality(emr_statuses));
