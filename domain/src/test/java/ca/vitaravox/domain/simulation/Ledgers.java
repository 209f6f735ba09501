package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.audit.InMemoryAuditTrail;
import ca.vitaravox.domain.call.InMemoryCallLog;
import ca.vitaravox.domain.call.InMemorySlips;
import ca.vitaravox.domain.call.InMemoryToolReplies;
import ca.vitaravox.domain.call.InMemoryTranscripts;
import ca.vitaravox.domain.call.InMemoryTransferLedger;
import ca.vitaravox.domain.call.InMemoryTransferPlans;
import ca.vitaravox.domain.clinic.InMemoryClinics;
import ca.vitaravox.domain.patient.InMemoryConsentRequests;
import ca.vitaravox.domain.patient.InMemoryFailedAttempts;
import ca.vitaravox.domain.patient.InMemoryIdentityLedger;
import ca.vitaravox.domain.patient.InMemoryKnownCallers;
import ca.vitaravox.domain.patient.InMemoryRegistrationJournal;
import ca.vitaravox.domain.task.InMemoryTaskBook;
import ca.vitaravox.domain.waitlist.InMemoryOutbox;
import ca.vitaravox.domain.waitlist.InMemorySeenAppointments;
import ca.vitaravox.domain.waitlist.InMemoryWaitlist;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.ToolReplies;
import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.call.TransferPlans;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.ports.patient.RegistrationJournal;
import ca.vitaravox.ports.task.TaskBook;
import java.util.List;

/** What all servers share: the ledgers of all clinics, in memory. */
final class Ledgers {
    private final InMemoryClinics clinics = new InMemoryClinics();
    private final InMemoryIdentityLedger identities = new InMemoryIdentityLedger();
    private final InMemoryFailedAttempts failures = new InMemoryFailedAttempts();
    private final InMemoryTaskBook tasks = new InMemoryTaskBook();
    private final InMemoryAuditTrail trail = new InMemoryAuditTrail();
    private final InMemoryWaitlist waitlist = new InMemoryWaitlist();
    private final InMemoryCallLog calls = new InMemoryCallLog();
    private final InMemoryToolReplies replies = new InMemoryToolReplies();
    private final HoldLedger holds;
    private final BookingJournal journal;
    private final ToldAppointments told;
    private final Slots slots;

    Ledgers(List<Clinic> all, Slots slots, Notes notes, Scheduler scheduler, Story story) {
        all.forEach(clinic -> {
            clinics.save(clinic);
            clinics.assign(clinic.id(), List.of(Town.line(clinic.id())));
        });
        this.slots = slots;
        this.holds = new NotedHolds(slots.holds(), notes, scheduler);
        this.journal = new NotedJournal(slots.journal(), notes, scheduler, story);
        this.told = new NotedTold(slots.told(), notes, scheduler);
    }

    Slots slots() {
        return slots;
    }

    TaskBook tasks() {
        return tasks;
    }

    /** The answers of tool calls, as a server reaches them. */
    ToolReplies replies(Wires wires) {
        return wires.to(ToolReplies.class, replies);
    }

    /** The ledgers as a server reaches them. */
    FrontDesk.Ledgers through(Wires wires) {
        return new FrontDesk.Ledgers(
                wires.to(ClinicDirectory.class, clinics),
                wires.to(IdentityLedger.class, identities),
                wires.to(FailedAttempts.class, failures),
                new FrontDesk.Registering(
                        wires.to(RegistrationJournal.class, new InMemoryRegistrationJournal()),
                        new InMemoryConsentRequests()),
                wires.to(KnownCallers.class, new InMemoryKnownCallers()),
                wires.to(HoldLedger.class, holds),
                wires.to(BookingJournal.class, journal),
                wires.to(UnfinishedWrites.class, slots.unfinished()),
                wires.to(ToldAppointments.class, told),
                wires.to(TaskBook.class, tasks),
                wires.to(AuditTrail.class, trail),
                wires.to(CallLog.class, calls),
                new InMemoryTranscripts(),
                wires.to(TransferPlans.class, new InMemoryTransferPlans()),
                wires.to(TransferLedger.class, new InMemoryTransferLedger()),
                new FrontDesk.Waiting(
                        wires.to(FreedOpenings.class, waitlist),
                        waitlist,
                        waitlist,
                        new InMemoryOutbox(),
                        new InMemorySeenAppointments(waitlist)),
                new InMemorySlips());
    }
}
