package ca.vitaravox.postgres;

import java.util.LinkedHashMap;
import java.util.Map;

/** One row for every table that belongs to a clinic; a new table needs one here. */
public final class SampleRows {
    private static final String NOW = "'2026-03-02T17:00:00Z'";

    private SampleRows() {}

    /** Columns and values by table, in an order in which they can be inserted; {@code ?} stands for the clinic. */
    public static Map<String, String> all() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("clinics", """
                (clinic_id, name, phone, address, zone, languages, accepting_new_patients, waitlist_enabled,
                 default_visit_type, grid_minutes, minimum_notice_seconds, change_notice_seconds, horizon_days,
                 future_appointments)
                VALUES (?, 'n', '+16045550100', 'a', 'America/Vancouver', '{en}', true, true, 'checkup', 15, 0, 0, 60, 2)
                """);
        rows.put("clinic_emrs", "(clinic_id, kind, live, changed_at) VALUES (?, 'demo', false, " + NOW + ")");
        rows.put("clinic_webhooks", "(clinic_id, auth, secret) VALUES (?, 'hmac', 'sealed')");
        rows.put("seen_signatures", "(clinic_id, signature, until) VALUES (?, 's', " + NOW + ")");
        rows.put(
                "platform_parts",
                "(clinic_id, name, platform_id, sent, answered, at) VALUES (?, 'tool/en/x', 'p', 's', '{}', " + NOW
                        + ")");
        rows.put("clinic_hours", "(clinic_id, day, place, opens, closes) VALUES (?, 1, 0, '09:00', '17:00')");
        rows.put(
                "closures",
                "(clinic_id, place, first_day, last_day, reason) VALUES (?, 0, '2026-12-25', '2026-12-25', 'r')");
        rows.put(
                "providers",
                "(clinic_id, provider_id, place, display_name, accepting_new_patients, bookable, audiences)"
                        + " VALUES (?, '101', 0, 'Doctor Mara Wexford', true, true, '{}')");
        rows.put(
                "visit_types",
                "(clinic_id, code, place, minutes, names, aliases, emr_type, minutes_before, minutes_after)"
                        + " VALUES (?, 'checkup', 0, 15, '{}', '{}', '', 0, 0)");
        rows.put(
                "audit",
                "(clinic_id, at, job, action, result) VALUES (?, " + NOW + ", 'finish-writing', 'view_chart', 'done')");
        rows.put(
                "identifications",
                "(clinic_id, call_id, patient_id, level, relationship, at)"
                        + " VALUES (?, 'c', '1', 'verified', 'self', " + NOW + ")");
        rows.put(
                "failed_attempts",
                "(clinic_id, attempt_id, call_id, at) OVERRIDING SYSTEM VALUE VALUES (?, 1, 'c', " + NOW + ")");
        rows.put("failed_attempt_charts", "(clinic_id, patient_id, attempt_id, at) VALUES (?, '1', 1, " + NOW + ")");
        rows.put(
                "registrations",
                "(clinic_id, person, call_id, state, attempt, since, until) VALUES (?, 'p', 'c', 'dropped', 1, " + NOW
                        + ", " + NOW + ")");
        rows.put(
                "consents",
                "(clinic_id, call_id, patient_id, wording, language, at) VALUES (?, 'c', '1', 'w', 'en', " + NOW + ")");
        rows.put(
                "consent_requests",
                "(clinic_id, call_id, wording, language, asked_at) VALUES (?, 'c', 'w', 'en', " + NOW + ")");
        rows.put("known_callers", "(clinic_id, number, patient_id, seen_at) VALUES (?, 'n', '1', " + NOW + ")");
        rows.put("trials", "(clinic_id, call_id, user_id, begun_at) VALUES (?, 'c', 'u', " + NOW + ")");
        rows.put("tasks", "(clinic_id, kind, about, at) VALUES (?, 'half_moved', 'slot1', " + NOW + ")");
        rows.put(
                "emr_consents",
                "(clinic_id, base_url, signing_url, token, secret, until) VALUES (?, 'b', 's', 't', 's', " + NOW + ")");
        rows.put("emr_schedules", "(clinic_id, in_use) VALUES (?, false)");
        rows.put(
                "schedule_codes",
                "(clinic_id, code, description, notice, visit_types) VALUES (?, '1', '', 'any', '{}')");
        rows.put("emr_connections", "(clinic_id, connected_at) VALUES (?, " + NOW + ")");
        rows.put(
                "weekly_shifts",
                "(clinic_id, provider_id, day, starts, ends, visit_types) VALUES (?, '101', 1, '09:00', '12:00', '{}')");
        rows.put(
                "slots",
                "(clinic_id, slot_id, call_id, provider_id, starts, ends, visit_type, offered_at, state, blocks)"
                        + " VALUES (?, 'slot1', 'c', '101', '2026-03-03T17:00:00Z', '2026-03-03T17:15:00Z', 'checkup', "
                        + NOW + ", 'offered', false)");
        rows.put(
                "freed_openings",
                "(clinic_id, opening_id, appointment_id, provider_id, starts, ends, freed_at)"
                        + " VALUES (?, '1@0', '1', '101', '2026-03-03T17:00:00Z', '2026-03-03T17:15:00Z', " + NOW
                        + ")");
        rows.put(
                "seen_appointments",
                "(clinic_id, provider_id, appointment_id, starts, ends)"
                        + " VALUES (?, '101', '1', '2026-03-03T17:00:00Z', '2026-03-03T17:15:00Z')");
        rows.put(
                "platform_parts",
                "(clinic_id, name, platform_id, sent, answered, at) VALUES (?, 'tool/en/x', 'p', 's', '{}', " + NOW
                        + ")");
        rows.put("waitlist_entries", """
                (clinic_id, entry_id, kind, first_name, last_name, phone, person_key, visit_type, part_of_day, weekdays,
                 priority, since, until, language, call_id)
                VALUES (?, 'entry1', 'new_patient', 'Noa', 'Castellan', '+16045550142', 'k', 'checkup', 'any', '{}', 1,
                        '2026-03-02T17:00:00Z', '2026-04-02T17:00:00Z', 'en', 'c')
                """);
        rows.put("waitlist_offers", """
                (clinic_id, offer_id, opening_id, entry_id, provider_id, starts, ends, visit_type, state, live, version,
                 since)
                VALUES (?, 'offer1', '1@0', 'entry1', '101', '2026-03-03T17:00:00Z', '2026-03-03T17:15:00Z', 'checkup',
                        'matched', true, 0, '2026-03-02T17:00:00Z')
                """);
        rows.put(
                "outbox",
                "(clinic_id, offer_id, phone, language, added_at) VALUES (?, 'offer1', '+16045550142', 'en', " + NOW
                        + ")");
        rows.put(
                "told_appointments",
                "(clinic_id, call_id, appointment_id, patient_id, booked_here, at) VALUES (?, 'c', '1', '1', true, "
                        + NOW + ")");
        rows.put("calls", "(clinic_id, call_id, first_heard_at) VALUES (?, 'c', " + NOW + ")");
        rows.put("transcripts", "(clinic_id, call_id, since, sealed) VALUES (?, 'c', " + NOW + ", 's')");
        rows.put(
                "tool_calls",
                "(clinic_id, call_id, tool_call_id, tool, at, took_micros) VALUES (?, 'c', 't', 'x', " + NOW + ", 1)");
        rows.put("call_counts", "(clinic_id, day, counts) VALUES (?, '2026-03-02', '{}')");
        rows.put(
                "tool_replies",
                "(clinic_id, call_id, tool_call_id, request, until) VALUES (?, 'c', 't', 'x', " + NOW + ")");
        rows.put(
                "transfer_destinations",
                "(clinic_id, reason, number, label, always) VALUES (?, 'other', '+16045550189', 'Front desk', false)");
        rows.put(
                "call_transfers",
                "(clinic_id, call_id, number, label, always, at) VALUES (?, 'c', '+16045550189', 'l', false, " + NOW
                        + ")");
        rows.put("slips", "(clinic_id, call_id, tool, kind, times, at) VALUES (?, 'c', 't', 'k', 1, " + NOW + ")");
        rows.put(
                "demo_charts",
                "(clinic_id, patient_id, first_name, last_name, first_folded, last_folded, birth_date, email_on_file,"
                        + " address_on_file) VALUES (?, '1', 'Noa', 'Castellan', 'noa', 'castellan', '2016-07-02', true, true)");
        rows.put("demo_chart_phones", "(clinic_id, patient_id, place, phone) VALUES (?, '1', 0, '+16045550142')");
        rows.put(
                "demo_appointments",
                "(clinic_id, provider_id, starts, ends, emr_type, status)"
                        + " VALUES (?, '101', '2026-03-03T17:00:00Z', '2026-03-03T17:15:00Z', 'Checkup', 'booked')");
        return rows;
    }
}
