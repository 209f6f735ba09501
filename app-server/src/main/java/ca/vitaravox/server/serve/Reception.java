package ca.vitaravox.server.serve;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.FrontDesk.Emr;
import ca.vitaravox.domain.FrontDesk.Ledgers;
import ca.vitaravox.domain.FrontDesk.Registering;
import ca.vitaravox.domain.FrontDesk.Senses;
import ca.vitaravox.domain.FrontDesk.Waiting;
import ca.vitaravox.domain.waitlist.LateOutcomes;
import ca.vitaravox.domain.waitlist.NoticesDesk;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.Holidays;
import ca.vitaravox.ports.patient.Fingerprints;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.waitlist.Notices;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.booking.RandomSlotIds;
import ca.vitaravox.server.patient.PhoneticNames;
import ca.vitaravox.server.waitlist.NoTextMessages;
import ca.vitaravox.server.watch.Timed;
import ca.vitaravox.server.watch.Watch;
import ca.vitaravox.vapi.UseCases;
import ca.vitaravox.vapi.waitlist.SpokenOfferTexts;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** The use cases over a database. */
final class Reception {
    private Reception() {}

    static FrontDesk of(
            Emr emr,
            Database database,
            InstantSource clock,
            Pause pause,
            Fingerprints fingerprints,
            Holidays holidays,
            Envelope envelope,
            CallLog calls,
            Executor helpers,
            Watch watch) {
        Ledgers ledgers = new Ledgers(
                database.clinicDirectory(),
                database.identityLedger(),
                database.failedAttempts(),
                new Registering(database.registrationJournal(), database.consentRequests()),
                database.knownCallers(),
                watch.over(HoldLedger.class, Timed.HOLDS, database.holdLedger()),
                watch.over(BookingJournal.class, Timed.BOOKINGS, database.bookingJournal()),
                database.unfinishedWrites(),
                database.toldAppointments(),
                watch.over(TaskBook.class, Timed.TASKS, database.taskBook()),
                watch.over(AuditTrail.class, Timed.AUDIT, database.audit().trail()),
                calls,
                database.staff().transcripts(envelope),
                database.transferPlans(),
                database.transferLedger(),
                new Waiting(
                        database.freedOpenings(),
                        database.waitlist().entries(),
                        watch.over(
                                OfferBook.class,
                                Timed.OFFERS,
                                database.waitlist().offers()),
                        database.waitlist().outbox(),
                        database.waitlist().seen()),
                database.slips());
        return FrontDesk.of(
                emr,
                ledgers,
                new Senses(clock, new RandomSlotIds(), pause, new PhoneticNames(), fingerprints, holidays, helpers));
    }

    static UseCases useCases(FrontDesk desk) {
        return new UseCases(
                desk.clinicInfo(),
                desk.providerList(),
                desk.patientLookup(),
                desk.registration(),
                desk.openingSearch(),
                desk.appointmentList(),
                desk.booking(),
                desk.moving(),
                desk.cancellation(),
                desk.callDiary(),
                desk.callTransfer(),
                desk.waitlist(),
                desk.patience());
    }

    /** How joins of the waitlist ended whose call could not say so. */
    static LateOutcomes lateOutcomes(Database database, InstantSource clock) {
        return new LateOutcomes(
                database.clinicDirectory(),
                database.audit().pages(),
                database.waitlist().entries(),
                database.audit().trail(),
                clock);
    }

    /** The text messages, which nothing sends today. */
    static Notices notices(Database database, InstantSource clock) {
        return new NoticesDesk(
                database.waitlist().outbox(),
                database.waitlist().offers(),
                database.clinicDirectory(),
                new SpokenOfferTexts(),
                new NoTextMessages(),
                clock);
    }
}
