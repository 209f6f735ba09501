package ca.vitaravox.ports.contract.booking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Appointments} promises. */
public abstract class AppointmentsContract {
    /** The zone of the clinics. */
    protected static final ZoneId ZONE = ZoneId.of("America/Vancouver");
    /** Two providers of the clinics. */
    protected static final ProviderId DOCTOR = new ProviderId("101");

    protected static final ProviderId OTHER_DOCTOR = new ProviderId("102");
    /** What the clinics' EMRs call a type of appointment. */
    protected static final String CHECKUP = "Checkup";

    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
    private static final Set<ProviderId> BOTH = Set.of(DOCTOR, OTHER_DOCTOR);

    private Appointments appointments;
    private ClinicId clinic;
    private PatientId robin;
    private PatientId noa;

    /** The appointments. */
    protected abstract Appointments appointments();

    /** What staff write into the EMR themselves; the EMR gives it an id of its own. */
    protected abstract AppointmentId staffWrite(ClinicId ofClinic, Appointment appointment);

    /** A new patient of a clinic, who has a chart. */
    protected abstract PatientId newPatient(ClinicId ofClinic);

    /** A deadline that leaves time enough. */
    protected abstract Deadline inTime();

    /** A clinic that no other test knows, in {@link #ZONE}, with both providers and no appointments. */
    protected ClinicId newClinic() {
        return Fresh.clinic();
    }

    @BeforeEach
    void open() {
        appointments = appointments();
        clinic = newClinic();
        robin = newPatient(clinic);
        noa = newPatient(clinic);
    }

    /** A quarter of an hour from this time on the clinic's wall clock: {@code 2026-05-04T09:00}. */
    private static TimeRange at(String wallClock) {
        return TimeRange.from(LocalDateTime.parse(wallClock).atZone(ZONE).toInstant(), Duration.ofMinutes(15));
    }

    private static NewAppointment wanted(PatientId patient, String start) {
        return new NewAppointment(DOCTOR, patient, at(start), CHECKUP, Optional.of("a cough"), Fresh.slot());
    }

    private AppointmentId book(NewAppointment wanted) {
        WriteResult result = appointments.book(clinic, wanted, inTime());
        return assertInstanceOf(WriteResult.Written.class, result).appointment();
    }

    private AppointmentId book(PatientId patient, String start) {
        return book(wanted(patient, start));
    }

    private AppointmentId staff(
            ProviderId provider, Optional<PatientId> patient, String start, AppointmentStatus status) {
        AppointmentId anyId = new AppointmentId("1");
        return staffWrite(
                clinic, new Appointment(anyId, provider, patient, at(start), CHECKUP, status, Optional.empty()));
    }

    private List<Appointment> monday() {
        return appointments.on(clinic, BOTH, MONDAY, MONDAY, inTime());
    }

    private List<Appointment> of(PatientId patient) {
        return appointments.of(clinic, patient, inTime());
    }

    private static List<AppointmentId> ids(List<Appointment> appointments) {
        return appointments.stream().map(Appointment::id).toList();
    }

    @Test
    void an_appointment_is_there_once_it_is_written() {
        NewAppointment wanted = wanted(robin, "2026-05-04T09:00");
        AppointmentId id = book(wanted);
        Appointment there = monday().get(0);
        assertEquals(id, there.id());
        assertEquals(DOCTOR, there.provider());
        assertEquals(Optional.of(robin), there.patient());
        assertEquals(wanted.time(), there.time());
        assertEquals(CHECKUP, there.emrType());
        assertEquals(AppointmentStatus.BOOKED, there.status());
        assertTrue(there.reference().isEmpty() || there.reference().equals(Optional.of(wanted.reference())));
        assertEquals(List.of(there), of(robin));
    }

    @Test
    void an_appointment_has_the_patients_name_and_blocked_time_has_none() {
        book(robin, "2026-05-04T09:00");
        staff(DOCTOR, Optional.empty(), "2026-05-04T10:00", AppointmentStatus.BOOKED);
        List<Appointment> there = monday();
        assertTrue(there.get(0).name().orElseThrow().matches("[^, ]+, [^, ]+"), there::toString);
        assertEquals(there.get(0).name(), of(robin).get(0).name());
        assertEquals(Optional.empty(), there.get(1).name());
        assertFalse(there.toString().contains(there.get(0).name().orElseThrow()), "a name in a text of it");
    }

    @Test
    void an_appointment_needs_no_reason() {
        NewAppointment wanted = wanted(robin, "2026-05-04T09:00");
        AppointmentId id =
                book(new NewAppointment(DOCTOR, robin, wanted.time(), CHECKUP, Optional.empty(), wanted.reference()));
        assertEquals(List.of(id), ids(of(robin)));
    }

    @Test
    void an_emr_books_whatever_it_is_asked_to_and_twice_if_asked_twice() {
        NewAppointment wanted = wanted(robin, "2026-05-04T09:00");
        AppointmentId one = book(wanted);
        AppointmentId two = book(wanted);
        assertNotEquals(one, two);
        AppointmentId noas = book(noa, "2026-05-04T09:05");
        assertEquals(Set.of(one, two, noas), Set.copyOf(ids(monday())));
    }

    @Test
    void a_day_has_what_begins_on_it_by_the_clinics_calendar() {
        book(robin, "2026-05-03T23:45");
        AppointmentId first = book(robin, "2026-05-04T00:00");
        AppointmentId last = book(robin, "2026-05-04T23:30");
        AppointmentId tuesday = book(robin, "2026-05-05T23:30");
        book(robin, "2026-05-06T00:00");
        assertEquals(List.of(first, last), ids(monday()));
        assertEquals(
                List.of(first, last, tuesday),
                ids(appointments.on(clinic, BOTH, MONDAY, MONDAY.plusDays(1), inTime())));
    }

    @Test
    void a_day_is_sorted_by_start_across_providers() {
        AppointmentId eleven = book(robin, "2026-05-04T11:00");
        AppointmentId nine = book(noa, "2026-05-04T09:00");
        AppointmentId ten = staff(OTHER_DOCTOR, Optional.of(noa), "2026-05-04T10:00", AppointmentStatus.BOOKED);
        assertEquals(List.of(nine, ten, eleven), ids(monday()));
    }

    @Test
    void a_day_is_that_of_the_providers_asked_about() {
        AppointmentId ours = book(robin, "2026-05-04T11:00");
        staff(OTHER_DOCTOR, Optional.of(noa), "2026-05-04T10:00", AppointmentStatus.BOOKED);
        assertEquals(List.of(ours), ids(appointments.on(clinic, Set.of(DOCTOR), MONDAY, MONDAY, inTime())));
        assertEquals(List.of(), appointments.on(clinic, Set.of(), MONDAY, MONDAY, inTime()));
    }

    @Test
    void all_but_cancelled_appointments_take_time() {
        AppointmentId block = staff(DOCTOR, Optional.empty(), "2026-05-04T12:00", AppointmentStatus.BOOKED);
        AppointmentId missed = staff(DOCTOR, Optional.of(robin), "2026-05-04T13:00", AppointmentStatus.MISSED);
        AppointmentId seen = staff(DOCTOR, Optional.of(robin), "2026-05-04T14:00", AppointmentStatus.SEEN);
        staff(DOCTOR, Optional.of(robin), "2026-05-04T15:00", AppointmentStatus.CANCELLED);
        List<Appointment> monday = monday();
        assertEquals(List.of(block, missed, seen), ids(monday));
        assertEquals(Optional.empty(), monday.get(0).patient());
        assertTrue(monday.stream().allMatch(Appointment::takesTime));
    }

    @Test
    void a_patients_appointments_are_past_coming_and_cancelled_ones_sorted() {
        AppointmentId coming = book(robin, "2031-02-03T09:00");
        AppointmentId seen = staff(DOCTOR, Optional.of(robin), "2024-05-04T14:00", AppointmentStatus.SEEN);
        AppointmentId cancelled = staff(DOCTOR, Optional.of(robin), "2026-05-04T15:00", AppointmentStatus.CANCELLED);
        AppointmentId missed = staff(OTHER_DOCTOR, Optional.of(robin), "2025-05-05T14:00", AppointmentStatus.MISSED);
        book(noa, "2026-05-04T09:00");
        staff(DOCTOR, Optional.empty(), "2026-05-04T12:00", AppointmentStatus.BOOKED);
        assertEquals(List.of(seen, missed, cancelled, coming), ids(of(robin)));
        assertEquals(
                List.of(
                        AppointmentStatus.SEEN,
                        AppointmentStatus.MISSED,
                        AppointmentStatus.CANCELLED,
                        AppointmentStatus.BOOKED),
                of(robin).stream().map(Appointment::status).toList());
    }

    @Test
    void a_cancelled_appointment_takes_no_time_and_stays_in_the_chart() {
        AppointmentId id = book(robin, "2026-05-04T09:00");
        assertEquals(new WriteResult.Written(id), appointments.cancel(clinic, id, inTime()));
        assertEquals(List.of(), monday());
        assertEquals(List.of(id), ids(of(robin)));
        assertEquals(AppointmentStatus.CANCELLED, of(robin).get(0).status());
    }

    @Test
    void a_cancelled_appointment_stays_cancelled_when_cancelled_again() {
        AppointmentId id = book(robin, "2026-05-04T09:00");
        appointments.cancel(clinic, id, inTime());
        appointments.cancel(clinic, id, inTime());
        assertEquals(AppointmentStatus.CANCELLED, of(robin).get(0).status());
    }

    @Test
    void cancelling_touches_no_other_appointment() {
        AppointmentId id = book(robin, "2026-05-04T09:00");
        AppointmentId twin = book(robin, "2026-05-04T09:00");
        appointments.cancel(clinic, id, inTime());
        assertEquals(List.of(twin), ids(monday()));
    }

    @Test
    void what_does_not_exist_cannot_be_cancelled() {
        AppointmentId nothing = new AppointmentId("999999999");
        assertFalse(appointments.cancel(clinic, nothing, inTime()) instanceof WriteResult.Written);
    }

    @Test
    void every_answer_is_the_present_truth() {
        assertEquals(List.of(), monday());
        assertEquals(List.of(), of(robin));
        AppointmentId id = staff(DOCTOR, Optional.of(robin), "2026-05-04T09:00", AppointmentStatus.BOOKED);
        assertEquals(List.of(id), ids(monday()));
        assertEquals(List.of(id), ids(of(robin)));
    }

    @Test
    void another_clinic_sees_and_changes_none_of_it() {
        AppointmentId id = book(robin, "2026-05-04T09:00");
        ClinicId other = newClinic();
        assertEquals(List.of(), appointments.on(other, BOTH, MONDAY, MONDAY, inTime()));
        assertEquals(List.of(), appointments.of(other, robin, inTime()));
        assertFalse(appointments.cancel(other, id, inTime()) instanceof WriteResult.Written);
        assertEquals(List.of(id), ids(monday()));
    }
}
