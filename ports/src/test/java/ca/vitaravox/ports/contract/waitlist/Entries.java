package ca.vitaravox.ports.contract.waitlist;

import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Person;
import ca.vitaravox.ports.waitlist.Priority;
import ca.vitaravox.ports.waitlist.WaitlistBook.Asking;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import ca.vitaravox.ports.waitlist.WaitlistKind;
import ca.vitaravox.ports.waitlist.WaitlistWish;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Fictional people who wait. */
final class Entries {
    static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    static final Instant UNTIL = NOW.plus(Duration.ofDays(30));
    static final VisitTypeCode CHECKUP = new VisitTypeCode("checkup");

    private Entries() {}

    static EntryId id() {
        return new EntryId(Fresh.slot().value());
    }

    static Person person(String first, PhoneNumber phone) {
        return new Person(new PatientName(first, "Castellan"), phone, Optional.empty(), Optional.empty());
    }

    static Person patient(String id) {
        return new Person(
                new PatientName("Patient", id), Fresh.phone(), Optional.of(new PatientId(id)), Optional.empty());
    }

    static WaitlistEntry entry(Person person, Instant since) {
        return new WaitlistEntry(
                id(),
                WaitlistKind.NEW_PATIENT,
                person,
                new WaitlistWish(CHECKUP, Optional.empty(), PartOfDay.ANY, Set.of()),
                Priority.USUAL,
                since,
                UNTIL,
                Language.ENGLISH,
                Optional.empty(),
                Optional.empty());
    }

    static WaitlistEntry somebody(Instant since) {
        return entry(person("Noa", Fresh.phone()), since);
    }

    /** An entry with some of everything. */
    static WaitlistEntry full(WaitlistEntry.Instead instead) {
        return new WaitlistEntry(
                id(),
                WaitlistKind.EARLIER_APPOINTMENT,
                new Person(
                        new PatientName("Siobhán", "O’Neill"),
                        Fresh.phone(),
                        Optional.of(new PatientId("4")),
                        Optional.of(new ProviderId("102"))),
                new WaitlistWish(
                        CHECKUP,
                        Optional.of(new ProviderId("101")),
                        PartOfDay.MORNING,
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
                Priority.URGENT,
                NOW,
                UNTIL,
                Language.FRENCH,
                Optional.of(instead),
                Optional.of("only with the blue door"));
    }

    static Asking somebodyElse() {
        return new Asking(Fresh.call(), Optional.of(Fresh.phone()));
    }

    static Asking withheld() {
        return new Asking(Fresh.call(), Optional.empty());
    }
}
