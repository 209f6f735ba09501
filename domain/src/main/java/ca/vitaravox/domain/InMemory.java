package ca.vitaravox.domain;

import ca.vitaravox.domain.audit.InMemoryAuditTrail;
import ca.vitaravox.domain.booking.InMemoryHoldLedger;
import ca.vitaravox.domain.booking.InMemoryToldAppointments;
import ca.vitaravox.domain.call.InMemoryCallLog;
import ca.vitaravox.domain.call.InMemorySlips;
import ca.vitaravox.domain.call.InMemoryTranscripts;
import ca.vitaravox.domain.call.InMemoryTransferLedger;
import ca.vitaravox.domain.call.InMemoryTransferPlans;
import ca.vitaravox.domain.patient.InMemoryConsentRequests;
import ca.vitaravox.domain.patient.InMemoryFailedAttempts;
import ca.vitaravox.domain.patient.InMemoryIdentityLedger;
import ca.vitaravox.domain.patient.InMemoryKnownCallers;
import ca.vitaravox.domain.patient.InMemoryRegistrationJournal;
import ca.vitaravox.domain.task.InMemoryTaskBook;
import ca.vitaravox.domain.waitlist.InMemoryOutbox;
import ca.vitaravox.domain.waitlist.InMemorySeenAppointments;
import ca.vitaravox.domain.waitlist.InMemoryWaitlist;
import ca.vitaravox.ports.booking.SlotIds;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.patient.Fingerprints;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A reception that is whole within one process: to try it out, for tests, and for a program of one process whose EMR is
 * all that has to last. What is kept here ends with the process, trail and holds included: two processes on one EMR
 * would sell the same openings.
 */
public final class InMemory {
    private InMemory() {}

    /** Ledgers with nothing in them yet, for these clinics. */
    public static FrontDesk.Ledgers ledgers(ClinicDirectory clinics) {
        InMemoryToldAppointments told = new InMemoryToldAppointments();
        InMemoryHoldLedger holds = new InMemoryHoldLedger(told);
        InMemoryWaitlist waitlist = new InMemoryWaitlist();
        return new FrontDesk.Ledgers(
                clinics,
                new InMemoryIdentityLedger(),
                new InMemoryFailedAttempts(),
                new FrontDesk.Registering(new InMemoryRegistrationJournal(), new InMemoryConsentRequests()),
                new InMemoryKnownCallers(),
                holds,
                holds,
                holds,
                told,
                new InMemoryTaskBook(),
                new InMemoryAuditTrail(),
                new InMemoryCallLog(),
                new InMemoryTranscripts(),
                new InMemoryTransferPlans(),
                new InMemoryTransferLedger(),
                new FrontDesk.Waiting(
                        waitlist, waitlist, waitlist, new InMemoryOutbox(), new InMemorySeenAppointments(waitlist)),
                new InMemorySlips());
    }

    /**
     * What the JDK alone can do: names have to be said as they are written, and no day is a statutory holiday. Nothing is
     * done beside what is asked for.
     *
     * @param slotIds new ids of slots, which nobody can guess
     * @param fingerprints digests of telephone numbers, under a key
     */
    public static FrontDesk.Senses senses(InstantSource clock, SlotIds slotIds, Fingerprints fingerprints) {
        return new FrontDesk.Senses(
                clock,
                slotIds,
                length -> TimeUnit.NANOSECONDS.sleep(length.toNanos()),
                (one, other) -> false,
                fingerprints,
                (province, day, language) -> Optional.empty(),
                Runnable::run);
    }
}
