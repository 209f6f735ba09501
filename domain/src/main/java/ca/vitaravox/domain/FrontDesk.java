package ca.vitaravox.domain;

import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.domain.booking.BookingUseCases;
import ca.vitaravox.domain.call.CallDiaryDesk;
import ca.vitaravox.domain.call.CallStartDesk;
import ca.vitaravox.domain.call.PatienceDesk;
import ca.vitaravox.domain.call.TransferDesk;
import ca.vitaravox.domain.clinic.ClinicDesk;
import ca.vitaravox.domain.clinic.ClosedDays;
import ca.vitaravox.domain.patient.CallerCharts;
import ca.vitaravox.domain.patient.HeardNames;
import ca.vitaravox.domain.patient.PatientUseCases;
import ca.vitaravox.domain.waitlist.WaitlistUseCases;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Finishing;
import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.ProviderDays;
import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.booking.SlotIds;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallStart;
import ca.vitaravox.ports.call.CallTransfer;
import ca.vitaravox.ports.call.Patience;
import ca.vitaravox.ports.call.Slips;
import ca.vitaravox.ports.call.Transcripts;
import ca.vitaravox.ports.call.TransferLedger;
import ca.vitaravox.ports.call.TransferPlans;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.clinic.EmrOutages;
import ca.vitaravox.ports.clinic.Holidays;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.ConsentRequests;
import ca.vitaravox.ports.patient.FailedAttempts;
import ca.vitaravox.ports.patient.Fingerprints;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.KnownCallers;
import ca.vitaravox.ports.patient.NameSounds;
import ca.vitaravox.ports.patient.PatientLookup;
import ca.vitaravox.ports.patient.Registration;
import ca.vitaravox.ports.patient.RegistrationJournal;
import ca.vitaravox.ports.task.TaskBook;
import ca.vitaravox.ports.waitlist.Matching;
import ca.vitaravox.ports.waitlist.Noticing;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.Outbox;
import ca.vitaravox.ports.waitlist.SeenAppointments;
import ca.vitaravox.ports.waitlist.Waitlist;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistOffers;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * The reception: every use case, built from what it needs from outside. Thread-safe if what it is given is.
 *
 * @param clinicInfo what anybody may know about a clinic
 * @param patientLookup who is calling
 * @param registration new patients
 * @param openingSearch openings, offered and held
 * @param booking slots become appointments
 * @param moving appointments are moved
 * @param cancellation appointments are cancelled
 * @param appointmentList a patient's appointments
 * @param providerList whom callers may book
 * @param providerDays what a provider's days look like, for staff
 * @param finishing what calls left unfinished; to be run every few seconds
 * @param callDiary the records of calls
 * @param callTransfer calls are handed to people
 * @param waitlist waiting for an opening
 * @param waitlistOffers staff phone those who wait
 * @param matching freed openings are offered to those who wait; to be run every few seconds
 * @param noticing what staff cancel in EMRs is freed; to be run every few seconds
 * @param callStart what the first questions of a call need is read ahead
 * @param patience when a person takes over from an assistant that goes on getting things wrong
 */
public record FrontDesk(
        ClinicInfo clinicInfo,
        PatientLookup patientLookup,
        Registration registration,
        OpeningSearch openingSearch,
        Booking booking,
        Moving moving,
        Cancellation cancellation,
        AppointmentList appointmentList,
        ProviderList providerList,
        ProviderDays providerDays,
        Finishing finishing,
        CallDiary callDiary,
        CallTransfer callTransfer,
        Waitlist waitlist,
        WaitlistOffers waitlistOffers,
        Matching matching,
        Noticing noticing,
        CallStart callStart,
        Patience patience) {

    /**
     * The EMR of each clinic.
     *
     * @param charts its charts
     * @param appointments its appointments
     * @param schedules when its providers work
     * @param outages whether it is asked at all
     */
    public record Emr(Charts charts, Appointments appointments, Schedules schedules, EmrOutages outages) {
        /** One that is always asked. */
        public Emr(Charts charts, Appointments appointments, Schedules schedules) {
            this(charts, appointments, schedules, EmrOutages.NONE);
        }
    }

    /**
     * What the reception keeps.
     *
     * @param clinics clinics and their settings
     * @param identities who was identified in which call
     * @param failures failed attempts to be taken for a patient
     * @param registering how new patients get charts
     * @param knownCallers who was verified in calls from which numbers
     * @param holds slots offered and held
     * @param journal how slots become appointments
     * @param unfinished slots that somebody has to see to
     * @param told which appointments a call was told of
     * @param tasks the tasks of staff
     * @param trail the audit trail
     * @param calls the records of calls
     * @param transcripts what was said in them
     * @param transferPlans where clinics want calls handed on to
     * @param transfers where each call is handed on to
     * @param waiting who waits for what
     * @param slips what assistants got wrong in each call
     */
    public record Ledgers(
            ClinicDirectory clinics,
            IdentityLedger identities,
            FailedAttempts failures,
            Registering registering,
            KnownCallers knownCallers,
            HoldLedger holds,
            BookingJournal journal,
            UnfinishedWrites unfinished,
            ToldAppointments told,
            TaskBook tasks,
            AuditTrail trail,
            CallLog calls,
            Transcripts transcripts,
            TransferPlans transferPlans,
            TransferLedger transfers,
            Waiting waiting,
            Slips slips) {}

    /**
     * What registering new patients keeps.
     *
     * @param journal charts on their way into the EMR
     * @param consents the words of consent that were given out
     */
    public record Registering(RegistrationJournal journal, ConsentRequests consents) {}

    /**
     * What the waitlist keeps.
     *
     * @param freed times that came free
     * @param entries who waits
     * @param offers freed openings, and the offers made of them
     * @param outbox text messages
     * @param seen what EMRs were last seen to have
     */
    public record Waiting(
            FreedOpenings freed, WaitlistBook entries, OfferBook offers, Outbox outbox, SeenAppointments seen) {}

    /**
     * What the reception cannot make itself.
     *
     * @param clock the time
     * @param slotIds ids for slots
     * @param pause waiting
     * @param nameSounds the phonetics of names
     * @param fingerprints digests under our key
     * @param holidays statutory holidays
     * @param helpers threads that read EMRs along with a search; {@code Runnable::run} has it read one provider after the
     *     other, always in the same order. May refuse, be busy with searches, and be the threads that search
     */
    public record Senses(
            InstantSource clock,
            SlotIds slotIds,
            Pause pause,
            NameSounds nameSounds,
            Fingerprints fingerprints,
            Holidays holidays,
            Executor helpers) {}

    /** Builds the reception. */
    public static FrontDesk of(Emr emr, Ledgers ledgers, Senses senses) {
        CallTrail trail = new CallTrail(ledgers.trail(), senses.clock());
        CallerCharts charts = new CallerCharts(emr.charts(), trail, senses.clock());
        HeardNames names = new HeardNames(senses.nameSounds());
        ClosedDays closedDays = new ClosedDays(senses.holidays());
        BookingUseCases booking = BookingUseCases.of(new BookingUseCases.Needs(
                ledgers.clinics(),
                emr.appointments(),
                emr.schedules(),
                ledgers.identities(),
                ledgers.holds(),
                ledgers.journal(),
                ledgers.unfinished(),
                ledgers.told(),
                ledgers.waiting().freed(),
                ledgers.tasks(),
                trail,
                senses.clock(),
                senses.slotIds(),
                senses.pause(),
                names,
                closedDays,
                senses.helpers()));
        WaitlistUseCases waitlist = WaitlistUseCases.of(new WaitlistUseCases.Needs(
                ledgers.clinics(),
                emr.charts(),
                emr.appointments(),
                ledgers.identities(),
                ledgers.told(),
                booking.openTimes(),
                ledgers.holds(),
                ledgers.journal(),
                ledgers.waiting().entries(),
                ledgers.waiting().offers(),
                ledgers.waiting().outbox(),
                ledgers.waiting().seen(),
                ledgers.tasks(),
                trail,
                names,
                senses.slotIds(),
                senses.clock()));
        ClinicInfo clinics = new ClinicDesk(ledgers.clinics(), closedDays, senses.clock());
        PatientUseCases patient = PatientUseCases.of(new PatientUseCases.Needs(
                ledgers.clinics(),
                charts,
                names,
                ledgers.identities(),
                ledgers.failures(),
                ledgers.registering().journal(),
                ledgers.registering().consents(),
                ledgers.knownCallers(),
                senses.fingerprints(),
                trail,
                senses.clock(),
                senses.pause()));
        return new FrontDesk(
                clinics,
                patient.lookup(),
                patient.registration(),
                booking.openingSearch(),
                booking.booking(),
                booking.moving(),
                booking.cancellation(),
                booking.appointmentList(),
                booking.providerList(),
                booking.providerDays(),
                booking.finishing(),
                new CallDiaryDesk(
                        ledgers.clinics(), ledgers.calls(), ledgers.transcripts(), ledgers.holds(), senses.clock()),
                new TransferDesk(
                        ledgers.transferPlans(), clinics, ledgers.transfers(), ledgers.tasks(), senses.clock()),
                waitlist.waitlist(),
                waitlist.offers(),
                waitlist.matching(),
                waitlist.noticing(),
                new CallStartDesk(charts, booking.openingsAhead()),
                new PatienceDesk(ledgers.slips(), emr.outages(), senses.clock()));
    }
}
