package ca.vitaravox.postgres.waitlist;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.OpeningId;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferEnd;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.postgres.clinic.Columns;
import ca.vitaravox.postgres.clinic.Parameters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** How an offer is kept. */
final class OfferRow {
    private OfferRow() {}

    static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                new OfferId(row.getString("offer_id")),
                new OpeningId(row.getString("opening_id")),
                new EntryId(row.getString("entry_id")),
                new ProviderId(row.getString("provider_id")),
                new TimeRange(Columns.moment(row, "starts"), Columns.moment(row, "ends")),
                new VisitTypeCode(row.getString("visit_type")),
                state(row),
                row.getInt("version"),
                Columns.moment(row, "since"));
    }

    private static OfferState state(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return switch (state) {
            case "matched" -> new OfferState.Matched();
            case "contacting" ->
                new OfferState.Contacting(new SlotId(row.getString("slot_id")), Columns.moment(row, "until"));
            case "on_the_line" ->
                new OfferState.OnTheLine(new CallId(row.getString("call_id")), new SlotId(row.getString("slot_id")));
            default -> new OfferState.Ended(Columns.constant(OfferEnd.class, state));
        };
    }

    /** Binds {@code state}, {@code live}, {@code slot}, {@code until} and {@code call}. */
    static void bind(Parameters statement, OfferState state) {
        Optional<SlotId> slot = Optional.empty();
        Optional<Instant> until = Optional.empty();
        Optional<CallId> call = Optional.empty();
        String word = "matched";
        if (state instanceof OfferState.Contacting contacting) {
            word = "contacting";
            slot = Optional.of(contacting.slot());
            until = Optional.of(contacting.until());
        } else if (state instanceof OfferState.OnTheLine line) {
            word = "on_the_line";
            slot = Optional.of(line.slot());
            call = Optional.of(line.call());
        } else if (state instanceof OfferState.Ended ended) {
            word = Columns.word(ended.how());
        }
        statement
                .bind("state", word)
                .bind("live", state.isLive())
                .bind("slot", slot.map(SlotId::value).orElse(null))
                .bind("until", until.map(Columns::moment).orElse(null))
                .bind("call", call.map(CallId::value).orElse(null));
    }
}
