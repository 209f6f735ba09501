package ca.vitaravox.bench.big;

import ca.vitaravox.bench.big.SampleCall.Used;
import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Link;
import ca.vitaravox.ports.clinic.ClinicId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fills the tables of a demo, as their owner, who alone may set row security and the chain's trigger aside for that: the
 * links are made here instead, as the trigger makes them, so that verifying finds the trails whole.
 */
final class Filling {
    /** What a clinic consists of; the demo's Harbourview is the pattern. */
    private static final List<String> SETTINGS = List.of(
            "clinics",
            "clinic_hours",
            "closures",
            "providers",
            "visit_types",
            "weekly_shifts",
            "transfer_destinations");

    private static final List<String> OTHERS =
            List.of("calls", "tool_calls", "audit", "tasks", "waitlist_entries", "users");
    private static final List<String> ACTIONS =
            List.of("identify", "view_chart", "list_appointments", "book_appointment", "view_chart");

    private final Connection owner;
    private final Size size;
    private final Instant now;

    Filling(Connection owner, Size size, Instant now) {
        this.owner = owner;
        this.size = size;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private void step(String what, Step step) throws SQLException, IOException {
        long begun = System.nanoTime();
        step.run();
        System.out.printf("%-14s %6.1f s%n", what, (System.nanoTime() - begun) / 1e9);
    }

    /** Something that takes a while. */
    private interface Step {
        void run() throws SQLException, IOException;
    }

    /** Fills everything; nothing of it is there before. */
    void fill() throws SQLException, IOException {
        run("SET synchronous_commit = off");
        run("SET maintenance_work_mem = '256MB'");
        List<String> tables = Stream.concat(SETTINGS.stream(), OTHERS.stream()).toList();
        for (String table : tables) {
            run("ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
        }
        run("ALTER TABLE audit DISABLE TRIGGER audit_is_chained");
        List<String> references = withoutReferences();
        try {
            step("clinics", this::clinics);
            step("calls", this::calls);
            step("tool calls", this::toolCalls);
            step("audit", this::audit);
            step("work", this::work);
        } finally {
            run("ALTER TABLE audit ENABLE TRIGGER audit_is_chained");
            for (String reference : references) {
                run(reference);
            }
            for (String table : tables) {
                run("ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
            }
        }
        step("vacuum", () -> run("VACUUM ANALYZE"));
    }

    /**
     * Lets references go, which are looked up row by row while they are there, and all at once when they come back.
     *
     * @return what puts them back
     */
    private List<String> withoutReferences() throws SQLException {
        List<String> back = new ArrayList<>();
        List<String> drop = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT conrelid::regclass::text AS its, conname, pg_get_constraintdef(oid) AS definition
                          FROM pg_constraint
                         WHERE contype = 'f' AND conparentid = 0
                           AND conrelid IN ('calls'::regclass, 'tool_calls'::regclass, 'audit'::regclass)
                        """)) {
            while (found.next()) {
                String constraint =
                        "ALTER TABLE " + found.getString("its") + " %s CONSTRAINT " + found.getString("conname") + " ";
                drop.add(constraint.formatted("DROP"));
                back.add(constraint.formatted("ADD") + found.getString("definition"));
            }
        }
        for (String each : drop) {
            run(each);
        }
        return back;
    }

    private void clinics() throws SQLException {
        for (String table : SETTINGS) {
            run("""
                    INSERT INTO %1$s
                    SELECT (jsonb_populate_record(NULL::%1$s, to_jsonb(pattern) || jsonb_build_object(
                               'clinic_id', 'big-' || lpad(n::text, 4, '0')) || %2$s)).*
                      FROM %1$s pattern, generate_series(0, %3$d) n
                     WHERE pattern.clinic_id = 'harbourview'
                    """.formatted(
                            table,
                            table.equals("clinics") ? "jsonb_build_object('name', 'Big Clinic ' || n)" : "'{}'::jsonb",
                            size.clinics() - 1));
        }
        run("""
                INSERT INTO lines (number, clinic_id, language)
                SELECT '+1' || 900 - n / 10000 || '555' || lpad((n %% 10000)::text, 4, '0'),
                       'big-' || lpad(n::text, 4, '0'), 'en'
                  FROM generate_series(0, %d) n
                """.formatted(size.clinics() - 1));
    }

    /** A call, its place among all, and its clinic. */
    private interface EachCall {
        void take(String clinic, SampleCall call, int place) throws IOException, SQLException;
    }

    private void eachCall(EachCall each) throws IOException, SQLException {
        for (int number = 0; number < size.clinics(); number++) {
            int before = size.callsBefore(number);
            int many = size.callsBefore(number + 1) - before;
            for (int i = 0; i < many; i++) {
                each.take(size.clinic(number), SampleCall.of(size.clinic(number), i, many, now), before + i);
            }
        }
    }

    private void calls() throws SQLException, IOException {
        try (Copying rows = new Copying(owner, """
                calls (clinic_id, call_id, caller, first_heard_at, started_at, ended_at, ended_reason, said_summary,
                       derived_intent, derived_outcome)""")) {
            eachCall((clinic, call, place) -> rows.row(
                    clinic,
                    call.id(),
                    call.caller(),
                    call.at(),
                    call.at(),
                    call.at().plusSeconds(call.seconds()),
                    "customer-ended-call",
                    "Somebody asked about an appointment, and was helped.",
                    call.intent(),
                    call.outcome()));
        }
    }

    private void toolCalls() throws SQLException, IOException {
        try (Copying rows = new Copying(owner, """
                tool_calls (clinic_id, call_id, tool_call_id, tool, at, took_micros, code, emr_requests, emr_micros,
                            emr_statuses)""")) {
            eachCall((clinic, call, place) -> {
                for (Used used : call.used()) {
                    int asked = used.requests();
                    rows.row(
                            clinic,
                            call.id(),
                            "t" + used.after(),
                            used.tool(),
                            call.at().plusSeconds(used.after()),
                            used.micros(),
                            used.code(),
                            array(asked, "\"GET /schedule/n/month\""),
                            array(asked, Long.toString(1 + used.micros() / (asked + 1))),
                            array(asked, "EMR_UNAVAILABLE".equals(used.code()) ? "NULL" : "200"));
                }
            });
        }
    }

    private static String array(int many, String each) {
        return many == 0 ? null : "{" + String.join(",", Collections.nCopies(many, each)) + "}";
    }

    private void audit() throws SQLException, IOException {
        run("""
                SELECT open_trail_month('audit', month::date)
                  FROM generate_series(date_trunc('month', now() - interval '13 months'), now(), interval '1 month') month
                """);
        List<Head> heads = new ArrayList<>();
        try (Copying rows = new Copying(owner, """
                audit (clinic_id, position, at, call_id, relationship, action, chart, result, emr, form, previous, hash)
                """.strip())) {
            eachCall((clinic, call, place) -> {
                ChainName chain = ChainName.of(new ClinicId(clinic));
                Head head =
                        heads.isEmpty() || !heads.get(heads.size() - 1).chain().equals(chain)
                                ? Head.before(chain)
                                : heads.remove(heads.size() - 1);
                for (int i = size.entriesBefore(place); i < size.entriesBefore(place + 1); i++) {
                    head = entry(rows, head, clinic, call, i - size.entriesBefore(place));
                }
                heads.add(head);
            });
        }
        try (Copying rows = new Copying(owner, "chain_heads (chain, position, previous, hash)")) {
            for (Head head : heads) {
                rows.row(head.chain(), head.position(), "\\\\x" + head.hash(), "\\\\x" + head.hash());
            }
        }
    }

    private static Head entry(Copying rows, Head before, String clinic, SampleCall call, int number)
            throws IOException {
        Instant at = call.at().plusSeconds(2L + 3L * number);
        String action = ACTIONS.get(number % ACTIONS.size());
        String chart = Integer.toString(1 + Math.floorMod(call.caller().hashCode(), 5_000));
        Link link = Link.after(
                before,
                List.of(
                        Optional.of(Link.moment(at)),
                        Optional.of(call.id()),
                        Optional.of("self"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(action),
                        Optional.of(chart),
                        Optional.empty(),
                        Optional.of("done"),
                        Optional.of("demo")));
        rows.row(
                clinic,
                link.position(),
                at,
                call.id(),
                "self",
                action,
                chart,
                "done",
                "demo",
                Link.FORM,
                "\\\\x" + link.previous(),
                "\\\\x" + link.hash());
        return link.head();
    }

    /** Tasks, who waits, and who works there; and which days are to be counted. */
    private void work() throws SQLException {
        run("""
                INSERT INTO tasks (clinic_id, kind, about, at, call_id, caller, reason, message, finished_at)
                SELECT c.clinic_id, 'message', 'task-' || n, now() - n * interval '1 hour', 'task-call-' || n,
                       '+16045550142', 'billing', 'Please call back about the form.',
                       CASE WHEN n > 20 THEN now() - n * interval '1 hour' + interval '20 minutes' END
                  FROM clinics c, generate_series(1, 300) n WHERE c.clinic_id LIKE 'big-%'
                """);
        run("""
                INSERT INTO waitlist_entries (
                    clinic_id, entry_id, kind, first_name, last_name, phone, person_key, visit_type, part_of_day,
                    weekdays, priority, since, until, language, call_id)
                SELECT c.clinic_id, 'entry' || lpad(n::text, 4, '0'), 'new_patient', 'Noa', 'Castellan', '+16045550142', 'person-' || n,
                       'checkup', 'any', '{}', 1, now() - n * interval '1 day', now() + interval '90 days', 'en',
                       'task-call-' || n
                  FROM clinics c, generate_series(1, 40) n WHERE c.clinic_id LIKE 'big-%'
                """);
        run("""
                INSERT INTO users (user_id, email, name, role, clinics, locked, password_hash, version, created_at)
                SELECT c.clinic_id || '-u' || n, c.clinic_id || '-u' || n || '@big.test', 'Big User ' || n,
                       CASE WHEN n = 1 THEN 'clinic_manager' ELSE 'clinic_staff' END, ARRAY[c.clinic_id], false, 'none',
                       1, now()
                  FROM clinics c, generate_series(1, 3) n WHERE c.clinic_id LIKE 'big-%'
                """);
        run("""
                INSERT INTO counts_due (clinic_id, day, since)
                SELECT clinic_id, (first_heard_at AT TIME ZONE 'UTC')::date, min(first_heard_at) FROM calls
                 WHERE clinic_id LIKE 'big-%' GROUP BY 1, 2
                """);
    }
}
