package ca.vitaravox.server.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.patient.IdentityLevel;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller wants ends in the clinic's OSCAR as the front desk would have written it, or not at all. */
class OscarAtTheDeskTest {
    private static final String CALL = "call";

    private OscarReception oscar;

    @AfterEach
    void close() {
        oscar.close();
    }

    /** The front desk takes the time between our reading and our writing. */
    @ParameterizedTest
    @EnumSource
    void what_the_front_desk_booked_meanwhile_is_not_booked_over(Line line) {
        oscar = new OscarReception(line);
        Reception reception = oscar.reception;
        reception.identified(CALL, Reception.ROBIN, IdentityLevel.VERIFIED, Relationship.SELF);
        OpeningSearch.Result found = oscar.desk.openingSearch().find(reception.call(CALL), Reception.anything());
        BookableSlot slot = assertInstanceOf(OpeningSearch.Result.Offered.class, found)
                .slots()
                .get(0);
        oscar.server
                .staff()
                .book(slot.provider().id().value(), slot.start().toLocalDateTime(), Duration.ofMinutes(15), 2, "");

        Booking.Result booked = oscar.desk
                .booking()
                .book(reception.call(CALL), new Booking.Command(slot.id(), Reception.ROBIN, Optional.empty(), false));

        assertInstanceOf(Booking.Result.SlotTaken.class, booked);
        assertEquals(
                1,
                oscar.server.tables().appointments().all().stream()
                        .filter(row -> !row.isCancelled())
                        .count());
    }
}
