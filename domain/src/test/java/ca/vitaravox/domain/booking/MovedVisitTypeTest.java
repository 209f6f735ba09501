package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.NOA;
import static ca.vitaravox.domain.Reception.ROBIN;
import static ca.vitaravox.domain.Reception.WEXFORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.OpeningSearch.Result;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who moves an appointment and does not say what for, comes for what it was for. */
class MovedVisitTypeTest {
    private final Reception reception = new Reception();
    private final Searching searching = new Searching(reception);

    /** An appointment on Thursday that the call was told of. */
    private AppointmentId told(PatientId patient, Relationship relationship, String emrType) {
        AppointmentId id = reception.emr.put(
                CLINIC,
                new Appointment(
                        new AppointmentId("staff"),
                        WEXFORD,
                        Optional.of(patient),
                        TimeRange.from(Reception.at(MONDAY.plusDays(3), "09:00"), Duration.ofMinutes(45)),
                        emrType,
                        AppointmentStatus.BOOKED,
                        Optional.empty()));
        reception.identified("call", patient, IdentityLevel.VERIFIED, relationship);
        reception.desk.appointmentList().list(reception.call("call"), patient, false);
        return id;
    }

    private String offered(Wish wish) {
        return searching.slots("call", wish).get(0).visitType().code().value();
    }

    @Test
    void it_stays_of_its_type_and_length() {
        AppointmentId physical = told(ROBIN, Relationship.SELF, "Physical");
        assertEquals("physical", offered(Wish.any().moving(physical)));
        assertEquals("physical", offered(Wish.any().moving(physical).forPatient(ROBIN)));
    }

    @Test
    void another_type_may_be_named() {
        AppointmentId physical = told(ROBIN, Relationship.SELF, "Physical");
        assertEquals("checkup", offered(Wish.any().moving(physical).visit("check up")));
    }

    @Test
    void a_type_of_the_emr_that_callers_cannot_book_becomes_the_clinics_default() {
        AppointmentId other = told(ROBIN, Relationship.SELF, "Walk-in, third floor");
        assertEquals("checkup", offered(Wish.any().moving(other)));
    }

    @Test
    void somebody_else_than_the_patient_does_not_hear_what_it_is_for_and_has_to_say_it() {
        AppointmentId noas = told(NOA, Relationship.PARENT, "Physical");
        assertInstanceOf(
                Result.VisitTypeUnknown.class, searching.find("call", Wish.any().moving(noas)));
        assertEquals("physical", offered(Wish.any().moving(noas).visit("annual physical")));
    }

    @Test
    void where_the_emr_does_not_say_nothing_is_offered() {
        AppointmentId physical = told(ROBIN, Relationship.SELF, "Physical");
        reception.emr.trouble(Request.PATIENT, Trouble.SILENT);
        assertEquals(
                new Result.EmrUnavailable(), searching.find("call", Wish.any().moving(physical)));
    }
}
