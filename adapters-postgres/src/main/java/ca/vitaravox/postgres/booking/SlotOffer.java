package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.HoldLedger.Offer;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import ca.vitaravox.postgres.clinic.Parameters;
import ca.vitaravox.postgres.clinic.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One offer of slots, in one statement. */
final class SlotOffer {
    /** Offers that hold for the same number take turns, so that each counts the holds of those before. */
    private static final String TURN =
            "SELECT pg_advisory_xact_lock(hashtextextended(:clinic || ' ' || coalesce(CAST(:caller AS text), 'withheld'), 0))";

    /**
     * Rows are locked in the order of their ids, here as in every statement on this table, so that nobody waits for
     * somebody who waits for them. A time that another server takes at this very moment is found by the constraint: then
     * nothing is inserted, and the slot comes back as not given. What the call has is looked for whatever its state: asked
     * for what is held, PostgreSQL would look through all that is held in the clinic.
     */
    private static final String OFFER = """
            WITH of_call AS MATERIALIZED (
                SELECT slot_id, state, until,
                       patient_id IS NULL OR CAST(:patient AS text) IS NULL OR patient_id = :patient AS gives_way
                  FROM slots
                 WHERE clinic_id = :clinic AND call_id = :call
            ),
            -- whether the call may hold one more; what gives way to it does not count
            wish AS MATERIALIZED (
                SELECT :hold
                       AND (SELECT count(*) FROM of_call
                             WHERE state = 'held' AND until > :now AND NOT gives_way) < :perCall
                       AND (SELECT count(*) FROM slots
                             WHERE clinic_id = :clinic AND %s AND state = 'held' AND until > :now
                               AND slot_id <> ALL (ARRAY (SELECT slot_id FROM of_call WHERE gives_way))
                           ) < :perNumber AS holds
            ),
            candidate AS (
                SELECT * FROM unnest(
                    :ids, :providers, CAST(:starts AS timestamptz[]), CAST(:ends AS timestamptz[]), :types
                ) WITH ORDINALITY AS c (slot_id, provider_id, starts, ends, visit_type, place)
            ),
            -- the call's holds that give way to this offer
            replaced AS (
                SELECT slot_id FROM of_call WHERE state = 'held' AND gives_way
            ),
            -- what seems to block the candidates' time, some of it over though nobody cleared the flag yet
            near AS (
                SELECT slot_id, provider_id, starts, ends, state <> 'writing' AND until <= :now AS over FROM slots
                 WHERE clinic_id = :clinic AND blocks AND provider_id = ANY (:providers)
                   AND starts < :latest AND ends > :earliest
            ),
            free AS (
                SELECT c.*, row_number() OVER (ORDER BY place) AS rank FROM candidate c
                 WHERE NOT EXISTS (
                       SELECT FROM near n
                        WHERE NOT n.over AND n.slot_id <> ALL (ARRAY (SELECT slot_id FROM replaced))
                          AND n.provider_id = c.provider_id AND n.starts < c.ends AND n.ends > c.starts)
                 ORDER BY place
                 LIMIT :most
            ),
            locked AS (
                SELECT slot_id FROM slots
                 WHERE clinic_id = :clinic
                   AND slot_id = ANY (ARRAY (
                       SELECT slot_id FROM replaced
                       UNION ALL
                       SELECT n.slot_id FROM near n, free f
                        WHERE (SELECT holds FROM wish) AND f.rank = 1 AND n.over
                          AND n.provider_id = f.provider_id AND n.starts < f.ends AND n.ends > f.starts))
                 ORDER BY slot_id FOR UPDATE
            ),
            cleared AS (
                UPDATE slots s
                   SET blocks = false, caller = NULL,
                       state = CASE WHEN s.state IN ('booked', 'compensated') THEN s.state
                                    WHEN s.until <= :now THEN 'expired'
                                    ELSE 'released' END
                 WHERE s.clinic_id = :clinic AND s.slot_id = ANY (ARRAY (SELECT slot_id FROM locked))
                   AND (s.state IN ('held', 'booked', 'compensated') AND s.until <= :now
                        OR s.state = 'held' AND s.slot_id = ANY (ARRAY (SELECT slot_id FROM replaced)))
                RETURNING s.slot_id
            ),
            held AS (
                INSERT INTO slots (
                    clinic_id, slot_id, call_id, patient_id, provider_id, starts, ends, visit_type, offered_at,
                    state, blocks, until, caller)
                SELECT :clinic, slot_id, :call, :patient, provider_id, starts, ends, visit_type, :now,
                       'held', true, :until, :caller
                  FROM free
                 WHERE (SELECT holds FROM wish) AND rank = 1
                   AND (SELECT count(*) FROM cleared) >= 0 -- so that they are cleared before
                ON CONFLICT DO NOTHING
                RETURNING slot_id
            ),
            offered AS (
                INSERT INTO slots (
                    clinic_id, slot_id, call_id, patient_id, provider_id, starts, ends, visit_type, offered_at,
                    state, blocks)
                SELECT :clinic, slot_id, :call, :patient, provider_id, starts, ends, visit_type, :now,
                       'offered', false
                  FROM free
                 WHERE NOT (SELECT holds FROM wish) OR rank > 1 AND EXISTS (SELECT FROM held)
                ON CONFLICT DO NOTHING
                RETURNING slot_id
            )
            SELECT slot_id, slot_id IN (SELECT slot_id FROM held UNION ALL SELECT slot_id FROM offered) AS given,
                   (SELECT holds FROM wish) AS holds
              FROM free
             ORDER BY rank
            """;

    private static final String OF_NUMBER = OFFER.formatted("caller = :caller");
    private static final String OF_WITHHELD = OFFER.formatted("caller IS NULL");

    private final ClinicId clinic;
    private final Optional<PhoneNumber> caller;
    private final List<Slot> candidates;
    private final boolean hold;
    private final int most;
    private final Instant now;

    SlotOffer(
            ClinicId clinic, Optional<PhoneNumber> caller, List<Slot> candidates, boolean hold, int most, Instant now) {
        this.clinic = clinic;
        this.caller = caller;
        this.candidates = candidates;
        this.hold = hold;
        this.most = most;
        this.now = now;
    }

    private record Outcome(String slot, boolean given, boolean holds) {}

    /** What is offered; empty if the slot to be held was taken by another at the same moment. */
    Optional<Offer> make(ClinicTransactions transactions) {
        List<Outcome> outcomes = outcomes(transactions);
        boolean holds = !outcomes.isEmpty() && outcomes.get(0).holds();
        boolean lost = holds && !outcomes.get(0).given();
        return lost ? Optional.empty() : Optional.of(new Offer(given(outcomes), holds));
    }

    private List<Outcome> outcomes(ClinicTransactions transactions) {
        String sql = caller.isPresent() ? OF_NUMBER : OF_WITHHELD;
        Row<Outcome> outcome =
                row -> new Outcome(row.getString("slot_id"), row.getBoolean("given"), row.getBoolean("holds"));
        return hold
                ? transactions.queryLockedInClinic(clinic, TURN, sql, this::bind, outcome)
                : transactions.queryInClinic(clinic, sql, this::bind, outcome);
    }

    private void bind(Parameters offer) {
        offer.bind("call", candidates.get(0).call().value())
                .bind(
                        "patient",
                        candidates.get(0).patient().map(PatientId::value).orElse(null))
                .bind("caller", caller.map(PhoneNumber::e164).orElse(null))
                .bind("perCall", HoldLedger.MOST_PER_CALL)
                .bind("perNumber", caller.isPresent() ? HoldLedger.MOST_PER_NUMBER : HoldLedger.MOST_WITHHELD)
                .bindArray("ids", String.class, texts(slot -> slot.id().value()))
                .bindArray(
                        "providers", String.class, texts(slot -> slot.provider().value()))
                .bindArray(
                        "starts",
                        String.class,
                        texts(slot -> slot.time().start().toString()))
                .bindArray("ends", String.class, texts(slot -> slot.time().end().toString()))
                .bindArray("types", String.class, texts(slot -> slot.visitType().value()))
                .bind("earliest", Columns.moment(earliest()))
                .bind("latest", Columns.moment(latest()))
                .bind("hold", hold)
                .bind("most", most)
                .bind("now", Columns.moment(now))
                .bind("until", Columns.moment(now.plus(HoldLedger.HOLD)));
    }

    private List<Slot> given(List<Outcome> outcomes) {
        Map<String, Slot> byId =
                candidates.stream().collect(Collectors.toMap(slot -> slot.id().value(), Function.identity()));
        return outcomes.stream()
                .filter(Outcome::given)
                .map(outcome -> byId.get(outcome.slot()))
                .toList();
    }

    private List<String> texts(Function<Slot, String> part) {
        return candidates.stream().map(part).toList();
    }

    private Instant earliest() {
        return candidates.stream()
                .map(Slot::time)
                .map(TimeRange::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Instant latest() {
        return candidates.stream()
                .map(Slot::time)
                .map(TimeRange::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
