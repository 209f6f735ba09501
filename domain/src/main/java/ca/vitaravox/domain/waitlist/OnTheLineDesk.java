package ca.vitaravox.domain.waitlist;

import ca.vitaravox.domain.access.EmrTime;
import ca.vitaravox.domain.audit.CallTrail;
import ca.vitaravox.domain.patient.HeardNames;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLedger;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.waitlist.Offer;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OfferState;
import ca.vitaravox.ports.waitlist.Waitlist.ForCaller;
import ca.vitaravox.ports.waitlist.WaitlistBook;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Tells those who wait of their opening when they are on the phone. Thread-safe. */
final class OnTheLineDesk {
    private final ClinicDirectory clinics;
    private final IdentityLedger identities;
    private final Charts charts;
    private final HeardNames names;
    private final WaitlistBook entries;
    private final OfferBook offers;
    private final HoldingForCaller holding;
    private final ToldAppointments told;
    private final CallTrail trail;
    private final InstantSource clock;
    private final EmrTime emrTime;

    OnTheLineDesk(
            ClinicDirectory clinics,
            IdentityLedger identities,
            Charts charts,
            HeardNames names,
            WaitlistBook entries,
            OfferBook offers,
            HoldingForCaller holding,
            ToldAppointments told,
            CallTrail trail,
            InstantSource clock) {
        this.clinics = clinics;
        this.identities = identities;
        this.charts = charts;
        this.names = names;
        this.entries = entries;
        this.offers = offers;
        this.holding = holding;
        this.told = told;
        this.trail = trail;
        this.clock = clock;
        this.emrTime = new EmrTime(clock);
    }

    Optional<ForCaller> of(CallContext call, PatientId patient) {
        Optional<Identification> identified = identities.identified(call.clinic(), call.call(), patient);
        if (identified.isEmpty()) {
            return Optional.empty();
        }
        try {
            for (Offer offer : offers.live(call.clinic())) {
                Optional<WaitlistEntry> theirs = entries.entry(call.clinic(), offer.entry(), clock.instant())
                        .filter(entry -> isOf(call, patient, entry) && mayHear(call, identified.get(), entry));
                if (theirs.isPresent()) {
                    return tell(call, identified.get(), offer, theirs.get());
                }
            }
            return Optional.empty();
        } catch (EmrUnavailableException silent) {
            return Optional.empty();
        }
    }

    /** Whether it is they who wait: by chart or, where they had none, by number and name. */
    private boolean isOf(CallContext call, PatientId patient, WaitlistEntry entry) {
        if (entry.person().patient().isPresent()) {
            return entry.person().patient().get().equals(patient);
        }
        return call.caller().equals(Optional.of(entry.person().phone()))
                && charts.chart(call.clinic(), patient, emrTime.request(call))
                        .filter(chart -> names.same(entry.person().name(), chart.name()))
                        .isPresent();
    }

    /** Who is not verified hears of it at the number that waits alone, and of no appointment. */
    private static boolean mayHear(CallContext call, Identification caller, WaitlistEntry entry) {
        boolean atTheirNumber = call.caller().equals(Optional.of(entry.person().phone()));
        return caller.reaches(IdentityLevel.VERIFIED)
                || atTheirNumber && entry.instead().isEmpty();
    }

    private Optional<ForCaller> tell(CallContext call, Identification caller, Offer offer, WaitlistEntry entry) {
        Optional<OfferState.OnTheLine> held = holding.hold(call, caller.patient(), offer, entry);
        if (held.isEmpty()) {
            return Optional.empty();
        }
        Optional<AppointmentId> instead = entry.instead().map(WaitlistEntry.Instead::appointment);
        instead.ifPresent(appointment ->
                told.keep(call.clinic(), call.call(), caller.patient(), Set.of(appointment), false, clock.instant()));
        trail.record(
                call,
                caller.relationship(),
                AuditAction.OFFER_OPENING,
                Optional.of(caller.patient().value()),
                Optional.of(offer.id().value()),
                AuditResult.INTENDED);
        Clinic clinic = clinics.clinic(call.clinic());
        BookableSlot slot = new BookableSlot(
                held.get().slot(),
                clinic.provider(offer.provider()).orElseThrow(),
                clinic.visitType(offer.visitType()).orElseThrow(),
                offer.time().start().atZone(clinic.zone()));
        boolean toldWhatFor = caller.reaches(IdentityLevel.VERIFIED) && caller.relationship() == Relationship.SELF;
        return Optional.of(new ForCaller(slot, instead, toldWhatFor));
    }
}
