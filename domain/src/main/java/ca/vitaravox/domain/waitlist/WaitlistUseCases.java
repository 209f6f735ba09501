package ca.vitaravox.domain.waitlist;

import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.domain.booking.SpokenWishes;
import ca.vitaravox.domain.patient.HeardNames;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.booking.OpenTimes;
import ca.vitaravox.ports.booking.SlotIds;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.PatientId;
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
import java.util.Optional;

/**
 * The use cases of this room, wired.
 *
 * @param waitlist waiting, and hearing of an opening on the phone
 * @param offers staff phone those who wait
 * @param matching freed openings are offered
 * @param noticing what staff cancel in EMRs is freed
 */
public record WaitlistUseCases(Waitlist waitlist, WaitlistOffers offers, Matching matching, Noticing noticing) {

    /**
     * What the use cases need from outside.
     *
     * @param clinics clinics and their settings
     * @param charts the EMR's charts
     * @param appointments the EMR's appointments
     * @param identities who was identified in which call
     * @param told which appointments a call was told of
     * @param openTimes whether a time can be booked now
     * @param holds slots offered and held
     * @param journal how slots become appointments
     * @param entries who waits
     * @param offers freed openings, and the offers made of them
     * @param outbox text messages
     * @param seen what EMRs were last seen to have
     * @param tasks the tasks of staff
     * @param trail the audit trail
     * @param names how names are heard
     * @param ids ids for slots, and of the same form for entries and offers
     * @param clock the time
     */
    public record Needs(
            ClinicDirectory clinics,
            Charts charts,
            Appointments appointments,
            IdentityLedger identities,
            ToldAppointments told,
            OpenTimes openTimes,
            HoldLedger holds,
            BookingJournal journal,
            WaitlistBook entries,
            OfferBook offers,
            Outbox outbox,
            SeenAppointments seen,
            TaskBook tasks,
            CallTrail trail,
            HeardNames names,
            SlotIds ids,
            InstantSource clock) {}

    /** Wires the use cases. */
    public static WaitlistUseCases of(Needs needs) {
        Endings endings = new Endings(
                needs.entries(), needs.offers(), needs.holds(), needs.tasks(), needs.trail(), needs.clock());
        return new WaitlistUseCases(
                waitlist(needs),
                new StaffOffersDesk(
                        needs.entries(),
                        needs.offers(),
                        needs.openTimes(),
                        needs.holds(),
                        needs.tasks(),
                        endings,
                        needs.trail(),
                        needs.ids(),
                        needs.clock()),
                matching(needs, endings),
                new NoticingDesk(needs.clinics(), needs.entries(), needs.appointments(), needs.seen(), needs.clock()));
    }

    private static Matching matching(Needs needs, Endings endings) {
        StillWanted stillWanted = new StillWanted(needs.entries(), needs.appointments(), endings, needs.clock());
        Messengers messengers = new Messengers(needs.tasks(), needs.outbox());
        return new MatchingDesk(
                needs.clinics(),
                needs.entries(),
                needs.offers(),
                new LiveOffers(needs.entries(), needs.openTimes(), needs.journal(), endings, messengers, needs.clock()),
                stillWanted,
                new NextInLine(needs.openTimes(), stillWanted),
                messengers,
                needs.trail(),
                needs.ids(),
                needs.clock());
    }

    private static Waitlist waitlist(Needs needs) {
        JoiningDesk joining = new JoiningDesk(
                needs.clinics(),
                new Persons(needs.identities(), needs.charts(), needs.clock()),
                new SpokenWishes(needs.names()),
                needs.told(),
                needs.appointments(),
                needs.entries(),
                needs.seen(),
                needs.trail(),
                needs.ids(),
                needs.clock());
        OnTheLineDesk onTheLine = new OnTheLineDesk(
                needs.clinics(),
                needs.identities(),
                needs.charts(),
                needs.names(),
                needs.entries(),
                needs.offers(),
                new HoldingForCaller(
                        needs.offers(), needs.openTimes(), needs.holds(), needs.journal(), needs.ids(), needs.clock()),
                needs.told(),
                needs.trail(),
                needs.clock());
        return new Waitlist() {
            @Override
            public Result join(CallContext call, Command command) {
                return joining.join(call, command);
            }

            @Override
            public Optional<ForCaller> onTheLine(CallContext call, PatientId patient) {
                return onTheLine.of(call, patient);
            }
        };
    }
}
