package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.ROBIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Twenty-four callers at once, for a morning with sixteen openings. */
class RushTest {
    private static final int OPENINGS = 16;

    private final Reception reception = new Reception();
    private final Searching searching = new Searching(reception);

    private PatientId caller(int i) {
        PatientId patient = new PatientId("p" + i);
        reception.identified("call" + i, patient, IdentityLevel.CALLER_ID, Relationship.SELF);
        return patient;
    }

    @Test
    void no_opening_is_held_twice_and_none_is_left_while_somebody_goes_without() {
        List<OpeningSearch.Result> results =
                AtOnce.race(i -> searching.findFromOwnNumber(i, Wish.any().on(MONDAY)));
        List<String> held = results.stream()
                .filter(OpeningSearch.Result.Offered.class::isInstance)
                .map(result -> Searching.told(((OpeningSearch.Result.Offered) result).slots())
                        .get(0))
                .toList();
        assertEquals(OPENINGS, held.size());
        assertEquals(OPENINGS, held.stream().distinct().count());
    }

    @Test
    void no_opening_is_sold_twice() {
        List<Integer> booked = AtOnce.race(i -> {
            PatientId patient = caller(i);
            OpeningSearch.Result found =
                    searching.findFromOwnNumber(i, Wish.any().on(MONDAY).forPatient(patient));
            if (!(found instanceof OpeningSearch.Result.Offered offered)) {
                return 0;
            }
            assertInstanceOf(Booking.Result.Booked.class, book(i, patient, offered, 0));
            return 1;
        });
        assertEquals(OPENINGS, booked.stream().mapToInt(Integer::intValue).sum());
        assertEquals(OPENINGS, reception.live());
        assertEquals(List.of(), reception.overlapping());
    }

    @Test
    void no_opening_is_sold_twice_though_nobody_takes_what_is_held_for_them() {
        AtOnce.race(i -> {
            PatientId patient = caller(i);
            OpeningSearch.Result found =
                    searching.findFromOwnNumber(i, Wish.any().on(MONDAY).forPatient(patient));
            if (found instanceof OpeningSearch.Result.Offered offered) {
                book(i, patient, offered, offered.slots().size() - 1);
            }
            return i;
        });
        assertEquals(List.of(), reception.overlapping());
        assertEquals(
                reception.live(),
                reception.emr.everything(CLINIC).stream()
                        .filter(Appointment::takesTime)
                        .map(Appointment::patient)
                        .distinct()
                        .count());
    }

    @Test
    void one_patient_for_whom_many_call_at_once_gets_as_many_appointments_as_the_clinic_allows() {
        List<OpeningSearch.Result> found = AtOnce.race(i -> {
            reception.identified("call" + i, ROBIN, IdentityLevel.CALLER_ID, Relationship.SELF);
            return searching.findFromOwnNumber(i, Wish.any().on(MONDAY).forPatient(ROBIN));
        });
        List<Booking.Result> results = AtOnce.race(i -> found.get(i) instanceof OpeningSearch.Result.Offered offered
                ? book(i, ROBIN, offered, 0)
                : new Booking.Result.Pending());
        assertEquals(2, reception.live());
        assertEquals(
                2,
                results.stream().filter(Booking.Result.Booked.class::isInstance).count(),
                results.toString());
        assertTrue(
                results.stream()
                        .allMatch(result -> result instanceof Booking.Result.Booked
                                || result instanceof Booking.Result.Pending
                                || result instanceof Booking.Result.AlreadyBooked
                                || result.equals(new Booking.Result.LimitReached(2))),
                results.toString());
    }

    private Booking.Result book(int i, PatientId patient, OpeningSearch.Result.Offered offered, int which) {
        Booking.Command command =
                new Booking.Command(offered.slots().get(which).id(), patient, Optional.empty(), false);
        return reception.desk.booking().book(searching.callFromOwnNumber(i), command);
    }
}
