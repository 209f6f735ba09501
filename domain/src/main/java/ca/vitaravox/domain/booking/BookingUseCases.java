package ca.vitaravox.domain.booking;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.domain.clinic.ClosedDays;
import ca.vitaravox.domain.patient.HeardNames;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Finishing;
import ca.vitaravox.ports.booking.FreedOpenings;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpenTimes;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.ProviderDays;
import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.booking.SlotIds;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.booking.UnfinishedWrites;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.task.TaskBook;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * The use cases of this room, wired.
 *
 * @param openingSearch openings, offered and held
 * @param booking slots become appointments
 * @param moving appointments are moved
 * @param cancellation appointments are cancelled
 * @param appointmentList a patient's appointments
 * @param providerList whom callers may book
 * @param finishing what calls left unfinished
 * @param openTimes whether a time can be booked now
 * @param openingsAhead openings read ahead for a call that begins
 * @param providerDays what a provider's days look like
 */
public record BookingUseCases(
        OpeningSearch openingSearch,
        Booking booking,
        Moving moving,
        Cancellation cancellation,
        AppointmentList appointmentList,
        ProviderList providerList,
        Finishing finishing,
        OpenTimes openTimes,
        OpeningsAhead openingsAhead,
        ProviderDays providerDays) {

    /**
     * What the use cases need from outside.
     *
     * @param clinics clinics and their settings
     * @param appointments the EMR's appointments
     * @param schedules when providers work
     * @param identities who was identified in which call
     * @param holds slots offered and held
     * @param journal how slots become appointments
     * @param unfinished slots that somebody has to see to
     * @param told which appointments a call was told of
     * @param freed times that came free
     * @param tasks the tasks of staff
     * @param trail the audit trail
     * @param clock the time
     * @param slotIds ids for slots
     * @param pause waiting
     * @param names how names are heard
     * @param closedDays on which days clinics see nobody
     * @param helpers who reads EMRs along with a search
     */
    public record Needs(
            ClinicDirectory clinics,
            Appointments appointments,
            Schedules schedules,
            IdentityLedger identities,
            HoldLedger holds,
            BookingJournal journal,
            UnfinishedWrites unfinished,
            ToldAppointments told,
            FreedOpenings freed,
            TaskBook tasks,
            CallTrail trail,
            InstantSource clock,
            SlotIds slotIds,
            Pause pause,
            HeardNames names,
            ClosedDays closedDays,
            Executor helpers) {}

    /** Wires the use cases. */
    public static BookingUseCases of(Needs needs) {
        RecentReads recent = new RecentReads(
                needs.appointments(), needs.schedules(), new SideBySide(needs.helpers(), needs.clock()), needs.clock());
        Appointments appointments = new NoticedWrites(needs.appointments(), recent);
        OwnAppointments own = new OwnAppointments(recent, needs.clock());
        OpeningFinder finder = new OpeningFinder(recent, needs.holds(), needs.closedDays(), needs.clock());
        SpokenWishes wishes = new SpokenWishes(needs.names());
        SlotOffers offers = new SlotOffers(finder, needs.holds(), needs.slotIds(), needs.clock());
        Alternatives alternatives = new Alternatives(offers, own, recent, needs.clock());
        WritingAppointment writing = new WritingAppointment(appointments, needs.journal(), needs.told(), needs.clock());
        SlotWriter writer = new SlotWriter(
                needs.journal(), needs.unfinished(), writing, needs.trail(), needs.clock(), needs.pause());
        ToldInTime told = new ToldInTime(needs.told(), needs.journal(), needs.clock());
        Changing changing = new Changing(needs.identities(), needs.told(), appointments, needs.clock());
        TakenBack takenBack = new TakenBack(needs.journal());
        BookingRules rules =
                new BookingRules(needs.journal(), appointments, takenBack, recent, new EmrTime(needs.clock()));
        return new BookingUseCases(
                new OpeningSearchDesk(
                        needs.clinics(), needs.identities(), needs.told(), wishes, offers, own, needs.clock()),
                new BookingDesk(
                        needs.clinics(),
                        needs.identities(),
                        needs.journal(),
                        rules,
                        writer,
                        alternatives,
                        told,
                        needs.clock()),
                new MovingDesk(
                        needs.clinics(),
                        changing,
                        needs.journal(),
                        needs.freed(),
                        rules,
                        writer,
                        alternatives,
                        told,
                        needs.clock()),
                new CancellationDesk(
                        needs.clinics(),
                        changing,
                        appointments,
                        needs.journal(),
                        needs.freed(),
                        needs.trail(),
                        needs.clock()),
                new AppointmentListDesk(
                        needs.clinics(),
                        needs.identities(),
                        appointments,
                        takenBack,
                        told,
                        needs.trail(),
                        needs.clock()),
                new ProviderListDesk(needs.clinics(), wishes, finder, needs.clock()),
                finishing(needs, appointments, writing),
                new OpenTimesDesk(needs.clinics(), needs.holds(), finder, own, recent, needs.clock()),
                new OpeningsAhead(
                        needs.clinics(),
                        recent,
                        new OpeningFinder(recent.ahead(), needs.holds(), needs.closedDays(), needs.clock()),
                        needs.clock()),
                new ProviderDaysDesk(recent, needs.holds(), finder, needs.closedDays(), needs.clock()));
    }

    private static Finishing finishing(Needs needs, Appointments appointments, WritingAppointment writing) {
        Tidying tidying =
                new Tidying(appointments, needs.freed(), needs.told(), needs.tasks(), needs.trail(), needs.clock());
        LateArrivals lateArrivals =
                new LateArrivals(needs.unfinished(), needs.holds(), needs.journal(), writing, tidying, needs.clock());
        return new FinishingDesk(
                needs.clinics(), needs.unfinished(), needs.journal(), writing, lateArrivals, tidying, needs.clock());
    }
}
