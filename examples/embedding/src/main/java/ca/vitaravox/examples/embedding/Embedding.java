package ca.vitaravox.examples.embedding;

import ca.vitaravox.domain.*;
import ca.vitaravox.domain.clinic.InMemoryClinics;
import ca.vitaravox.ports.access.*;
import ca.vitaravox.ports.booking.*;
import ca.vitaravox.ports.clinic.*;
import ca.vitaravox.ports.patient.*;
import java.time.*;
import java.util.*;

/** Books an appointment by VitaraVox's rules, in an EMR of this program's own. */
public final class Embedding implements Charts, Appointments, Schedules {
    static final UUID KEY = UUID.randomUUID();
    static final ProviderId DOCTOR = new ProviderId("101");
    static final PhoneNumber PHONE = new PhoneNumber("+16045550142");
    static final Chart CASEY = new Chart(new PatientId("1"), new PatientName("Casey", "Tester"), LocalDate.of(1980, 5, 17),
            Optional.empty(), List.of(PHONE), Optional.empty(), false, false);
    final List<Appointment> day = new ArrayList<>(); // the EMR

    public List<Chart> search(ClinicId clinic, ChartQuery query, Deadline deadline) { return List.of(CASEY); }
    public Optional<Chart> chart(ClinicId clinic, PatientId patient, Deadline deadline) { return Optional.of(CASEY); }
    public ChartResult register(ClinicId clinic, NewPatient patient, Deadline deadline) { return new ChartResult.NotMade("closed"); }
    public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) { return List.copyOf(day); }
    public WriteResult cancel(ClinicId clinic, AppointmentId which, Deadline deadline) { return new WriteResult.NotWritten("never"); }
    public List<Appointment> on(ClinicId clinic, Set<ProviderId> who, LocalDate first, LocalDate last, Deadline deadline) { return List.copyOf(day); }
    public WriteResult book(ClinicId clinic, NewAppointment wanted, Deadline deadline) {
        AppointmentId id = new AppointmentId("a" + day.size());
        day.add(new Appointment(id, wanted.provider(), Optional.of(wanted.patient()), wanted.time(), wanted.emrType(),
                AppointmentStatus.BOOKED, Optional.of(wanted.reference())));
        return new WriteResult.Written(id);
    }
    public List<WorkingTime> working(ClinicId clinic, Set<ProviderId> who, LocalDate first, LocalDate last, Deadline deadline) {
        return first.datesUntil(last.plusDays(1)).map(on -> new WorkingTime(DOCTOR, on.atTime(9, 0), on.atTime(17, 0), Set.of())).toList();
    }

    public static void main(String[] args) {
        ClinicId id = new ClinicId("example");
        VisitTypeCode checkup = new VisitTypeCode("checkup");
        InMemoryClinics clinics = new InMemoryClinics();
        clinics.save(new Clinic(id, "Example Clinic", new PhoneNumber("+16045550101"), "1 Example Street", ZoneId.of("America/Toronto"),
                List.of(Language.ENGLISH), true, true, Optional.empty(), Map.of(), List.of(),
                List.of(new Provider(DOCTOR, "Doctor Example", Optional.empty(), true, true)),
                List.of(new VisitType(checkup, Duration.ofMinutes(15), Map.of(), Set.of(), "Checkup")), checkup,
                new BookingPolicy(15, Duration.ZERO, Duration.ZERO, 60, 2)));
        Embedding emr = new Embedding();
        FrontDesk desk = FrontDesk.of(new FrontDesk.Emr(emr, emr, emr), InMemory.ledgers(clinics), InMemory.senses(InstantSource.system(),
                () -> new SlotId(UUID.randomUUID().toString().substring(24)), number -> UUID.nameUUIDFromBytes((KEY + number).getBytes()).toString()));
        CallContext call = new CallContext(id, new CallId("call-1"), Optional.of(PHONE), Language.ENGLISH, new Deadline(Instant.now().plusSeconds(30)));

        desk.patientLookup().byPhone(call, new PatientLookup.ByPhone(Optional.empty(), Optional.of("Casey"), Optional.empty(), Optional.empty(), Relationship.SELF));
        OpeningSearch.Query anything = new OpeningSearch.Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), PartOfDay.ANY, Set.of(), Optional.of(CASEY.id()), Optional.empty());
        var offered = (OpeningSearch.Result.Offered) desk.openingSearch().find(call, anything);
        var booked = (Booking.Result.Booked) desk.booking().book(call, new Booking.Command(offered.slots().get(0).id(), CASEY.id(), Optional.empty(), false));
        System.out.println("Booked: " + booked.appointment() + "; the EMR has " + emr.day.size());
    }
}
