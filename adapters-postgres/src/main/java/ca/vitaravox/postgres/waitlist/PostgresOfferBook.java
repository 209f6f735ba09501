package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.OpeningId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.OpeningEnd;
import ca.vitaravox.ports.waitlist.PutOff;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.clinic.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Freed openings and offers; unique indexes and an exclusion constraint keep live offers apart. */
public final class PostgresOfferBook implements OfferBook {
    private static final String LIVE =
            "SELECT * FROM waitlist_offers WHERE clinic_id = :clinic AND live ORDER BY since, offer_id";

    /** Only what is still as it was left when taken. */
    private static final String READ = """
            SELECT f.*, ARRAY (
                       SELECT o.entry_id FROM waitlist_offers o
                        WHERE o.clinic_id = :clinic AND o.opening_id = f.opening_id) AS asked
              FROM freed_openings f JOIN waitlist_work w
                ON w.clinic_id = f.clinic_id AND w.kind = 'opening' AND w.id = f.opening_id
             WHERE f.clinic_id = :clinic AND f.opening_id = ANY (:openings) AND f.closed IS NULL AND w.due = :until
            """;

    /** The locks make sure that neither opening nor entry ends before the offer is there to be ended with it. */
    private static final String OFFER = """
            INSERT INTO waitlist_offers (
                clinic_id, offer_id, opening_id, entry_id, provider_id, starts, ends, visit_type, state, live, version, since)
            SELECT :clinic, :offer, f.opening_id, e.entry_id, :provider, :starts, :ends, :visitType, 'matched', true, 0, :now
              FROM freed_openings f, waitlist_entries e
             WHERE f.clinic_id = :clinic AND f.opening_id = :opening AND f.closed IS NULL
               AND e.clinic_id = :clinic AND e.entry_id = :entry
               AND e.ended IS NULL AND e.shadow_of IS NULL AND e.until > :now
               FOR SHARE
            ON CONFLICT DO NOTHING
            """;

    private static final String CHANGE = """
            WITH changed AS (
                UPDATE waitlist_offers
                   SET state = :state, live = :live, slot_id = coalesce(:slot, slot_id), until = coalesce(:until, until),
                       call_id = coalesce(:call, call_id), version = version + 1, since = :now
                 WHERE clinic_id = :clinic AND offer_id = :offer AND version = :version AND live
                RETURNING opening_id, entry_id, state = 'accepted' AS accepted
            ),
            due AS (
                UPDATE waitlist_work w SET due = :due
                  FROM changed
                 WHERE w.clinic_id = :clinic AND w.kind = 'opening' AND w.id = changed.opening_id AND NOT accepted
            ),
            booked AS (
                UPDATE waitlist_entries e SET ended = 'booked', ended_at = :now
                  FROM changed
                 WHERE e.clinic_id = :clinic AND (e.entry_id = changed.entry_id OR e.shadow_of = changed.entry_id)
                   AND e.ended IS NULL AND accepted
            ),
            filled AS (
                UPDATE freed_openings f SET closed = 'filled', closed_at = :now
                  FROM changed
                 WHERE f.clinic_id = :clinic AND f.opening_id = changed.opening_id AND f.closed IS NULL AND accepted
            ),
            finished AS (
                DELETE FROM waitlist_work w USING changed
                 WHERE w.clinic_id = :clinic AND w.kind = 'opening' AND w.id = changed.opening_id AND accepted
            ),
            others AS (
                UPDATE waitlist_work w SET due = :now
                  FROM freed_openings f, changed
                 WHERE NOT :live AND f.clinic_id = :clinic AND f.put_off = 'everybody_asked' AND f.closed IS NULL
                   AND w.clinic_id = :clinic AND w.kind = 'opening' AND w.id = f.opening_id
                   AND w.id <> changed.opening_id AND w.due > :now
            )
            SELECT EXISTS (SELECT FROM changed)
            """;

    private final ClinicTransactions transactions;
    private final Work work;

    /** The openings and offers of all clinics. */
    public PostgresOfferBook(ClinicTransactions transactions) {
        this.transactions = transactions;
        this.work = new Work(transactions, "opening");
    }

    @Override
    public List<Case> take(int most, Instant now, Instant until) {
        List<Work.Item> taken = work.take(most, now, until);
        Map<Work.Item, Case> read = new HashMap<>();
        taken.stream()
                .collect(Collectors.groupingBy(Work.Item::clinic))
                .forEach((clinic, items) -> read(clinic, items, until)
                        .forEach(each -> read.put(
                                new Work.Item(clinic, each.opening().id().value()), each)));
        return taken.stream().map(read::get).filter(Objects::nonNull).toList();
    }

    private List<Case> read(ClinicId clinic, List<Work.Item> items, Instant until) {
        List<String> openings = items.stream().map(Work.Item::id).toList();
        return transactions.inClinic(clinic, handle -> {
            Map<OpeningId, Offer> live =
                    live(handle, clinic).stream().collect(Collectors.toMap(Offer::opening, offer -> offer));
            return handle.createQuery(READ)
                    .bind("clinic", clinic.value())
                    .bindArray("openings", String.class, openings)
                    .bind("until", Columns.moment(until))
                    .map((row, context) -> freed(clinic, row, live, until))
                    .list();
        });
    }

    private static Case freed(ClinicId clinic, ResultSet row, Map<OpeningId, Offer> live, Instant until)
            throws SQLException {
        FreedOpening opening = opening(row);
        Set<EntryId> asked =
                Columns.texts(row, "asked").stream().map(EntryId::new).collect(Collectors.toUnmodifiableSet());
        return new Case(clinic, opening, Optional.ofNullable(live.get(opening.id())), asked, until);
    }

    private static FreedOpening opening(ResultSet row) throws SQLException {
        Optional<Instant> movedStart = Columns.someMoment(row, "moved_start");
        Optional<AppointmentId> movedTo = Columns.someText(row, "moved_to").map(AppointmentId::new);
        return new FreedOpening(
                new AppointmentId(row.getString("appointment_id")),
                new ProviderId(row.getString("provider_id")),
                new TimeRange(Columns.moment(row, "starts"), Columns.moment(row, "ends")),
                movedTo.flatMap(to -> movedStart.map(start -> new FreedOpening.MovedTo(to, start))));
    }

    @Override
    public boolean offer(ClinicId clinic, Offer offer, Instant now) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createUpdate(OFFER)
                                .bind("clinic", clinic.value())
                                .bind("offer", offer.id().value())
                                .bind("opening", offer.opening().value())
                                .bind("entry", offer.entry().value())
                                .bind("provider", offer.provider().value())
                                .bind("starts", Columns.moment(offer.time().start()))
                                .bind("ends", Columns.moment(offer.time().end()))
                                .bind("visitType", offer.visitType().value())
                                .bind("now", Columns.moment(now))
                                .execute()
                        == 1);
    }

    @Override
    public Optional<Offer> live(ClinicId clinic, OfferId offer) {
        return transactions
                .queryInClinic(
                        clinic,
                        "SELECT * FROM waitlist_offers WHERE clinic_id = :clinic AND offer_id = :offer AND live",
                        query -> query.bind("offer", offer.value()),
                        row -> OfferRow.offer(row))
                .stream()
                .findFirst();
    }

    @Override
    public List<Offer> live(ClinicId clinic) {
        return transactions.queryInClinic(clinic, LIVE, query -> {}, row -> OfferRow.offer(row));
    }

    private static List<Offer> live(Handle handle, ClinicId clinic) {
        return handle.createQuery(LIVE)
                .bind("clinic", clinic.value())
                .map((row, context) -> OfferRow.offer(row))
                .list();
    }

    @Override
    public boolean change(ClinicId clinic, Offer offer, OfferState to, Instant due, Instant now) {
        return transactions
                .queryInClinic(
                        clinic,
                        CHANGE,
                        query -> {
                            OfferRow.bind(query, to);
                            query.bind("offer", offer.id().value())
                                    .bind("version", offer.version())
                                    .bind("due", Columns.moment(due))
                                    .bind("now", Columns.moment(now));
                        },
                        row -> row.getBoolean(1))
                .get(0);
    }

    @Override
    public void again(Case taken, Instant due, PutOff why) {
        transactions.doInClinic(
                taken.clinic(),
                handle -> handle.createUpdate("""
                        WITH postponed AS (
                            UPDATE waitlist_work SET due = :due
                             WHERE clinic_id = :clinic AND kind = 'opening' AND id = :opening AND due = :until
                            RETURNING id
                        )
                        UPDATE freed_openings f SET put_off = :why
                          FROM postponed
                         WHERE f.clinic_id = :clinic AND f.opening_id = postponed.id AND f.closed IS NULL
                        """)
                        .bind("clinic", taken.clinic().value())
                        .bind("opening", taken.opening().id().value())
                        .bind("until", Columns.moment(taken.until()))
                        .bind("due", Columns.moment(due))
                        .bind("why", Columns.word(why))
                        .execute());
    }

    @Override
    public Optional<PutOff> putOff(ClinicId clinic, OpeningId opening) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery("""
                        SELECT put_off FROM freed_openings
                         WHERE clinic_id = :clinic AND opening_id = :opening AND put_off IS NOT NULL AND closed IS NULL
                        """)
                        .bind("clinic", clinic.value())
                        .bind("opening", opening.value())
                        .map((row, context) -> Columns.constant(PutOff.class, row.getString("put_off")))
                        .findOne());
    }

    @Override
    public void close(ClinicId clinic, OpeningId opening, OpeningEnd why, Instant now) {
        transactions.doInClinic(clinic, handle -> {
            // first, so that an offer made at this moment is seen below
            handle.createQuery("""
                    SELECT opening_id FROM freed_openings WHERE clinic_id = :clinic AND opening_id = :opening FOR UPDATE
                    """)
                    .bind("clinic", clinic.value())
                    .bind("opening", opening.value())
                    .mapTo(String.class)
                    .findOne();
            handle.createUpdate("""
                    WITH closed AS (
                        UPDATE freed_openings SET closed = :why, closed_at = :now
                         WHERE clinic_id = :clinic AND opening_id = :opening AND closed IS NULL
                           AND NOT EXISTS (SELECT FROM waitlist_offers
                                            WHERE clinic_id = :clinic AND opening_id = :opening AND live)
                        RETURNING opening_id
                    )
                    DELETE FROM waitlist_work w USING closed
                     WHERE w.clinic_id = :clinic AND w.kind = 'opening' AND w.id = closed.opening_id
                    """)
                    .bind("clinic", clinic.value())
                    .bind("opening", opening.value())
                    .bind("why", Columns.word(why))
                    .bind("now", Columns.moment(now))
                    .execute();
        });
    }

    @Override
    public Optional<OpeningEnd> closed(ClinicId clinic, OpeningId opening) {
        return transactions.inClinic(
                clinic,
                handle -> handle.createQuery("""
                        SELECT closed FROM freed_openings
                         WHERE clinic_id = :clinic AND opening_id = :opening AND closed IS NOT NULL
                        """)
                        .bind("clinic", clinic.value())
                        .bind("opening", opening.value())
                        .map((row, context) -> Columns.constant(OpeningEnd.class, row.getString("closed")))
                        .findOne());
    }
}
