package ca.vitaravox.domain;

import ca.vitaravox.domain.audit.InMemoryAuditTrail;
import ca.vitaravox.domain.booking.InMemoryHoldLedger;
import ca.vitaravox.domain.booking.InMemoryToldAppointments;
import ca.vitaravox.domain.call.InMemoryCallLog;
import ca.vitaravox.domain.call.InMemorySlips;
import ca.vitaravox.domain.call.InMemoryTranscripts;
import ca.vitaravox.domain.call.InMemoryTransferLedger;
import ca.vitaravox.domain.call.InMemoryTransferPlans;
import ca.vitaravox.domain.clinic.InMemoryClinics;
import ca.vitaravox.domain.emr.InMemoryEmr;
import ca.vitaravox.domain.patient.InMemoryConsentRequests;
import ca.vitaravox.domain.patient.InMemoryFailedAttempts;
import ca.vitaravox.domain.patient.InMemoryIdentityLedger;
import ca.vitaravox.domain.patient.InMemoryKnownCallers;
import ca.vitaravox.domain.patient.InMemoryRegistrationJournal;
import ca.vitaravox.domain.task.InMemoryTaskBook;
import ca.vitaravox.domain.waitlist.InMemoryOutbox;
import ca.vitaravox.domain.waitlist.InMemorySeenAppointments;
import ca.vitaravox.domain.waitlist.InMemoryWaitlist;
import ca.vitaravox.domain.waitlist.WatchedOffers;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.access.Pause;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.Identification;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A clinic's reception in memory, at 08:00 on Monday 1 June 2026 in Toronto, on a clock that only tests move. */
public final class Reception {
    public static final ZoneId ZONE = ZoneId.of("America/Toronto");
    public static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);
    public static final LocalDate HOLIDAY = LocalDate.of(2026, 6, 2);
    public static final ClinicId CLINIC = new ClinicId("harbourview");
    public static final ProviderId WEXFORD = new ProviderId("101");
    public static final ProviderId SETHI = new ProviderId("102");
    public static final PhoneNumber CASTELLAN_HOME = new PhoneNumber("+16045550142");
    public static final PhoneNumber KATHERINES_PHONE = new PhoneNumber("+16045550143");
    public static final PatientId ROBIN = new PatientId("1");
    public static final PatientId NOA = new PatientId("2");
    public static final PatientId KATHERINE = new PatientId("3");

    public final AtomicReference<Instant> now = new AtomicReference<>(at(MONDAY, "08:00"));
    public final InMemoryEmr emr = new InMemoryEmr(ZONE);
    public final InMemoryClinics clinics = new InMemoryClinics();
    public final InMemoryToldAppointments told = new InMemoryToldAppointments();
    public final InMemoryHoldLedger holds = new InMemoryHoldLedger(told);
    public final InMemoryIdentityLedger identities = new InMemoryIdentityLedger();
    public final InMemoryAuditTrail trail;
    public final InMemoryTaskBook tasks = new InMemoryTaskBook();
    public final InMemoryWaitlist waitlist = new InMemoryWaitlist();
    public final WatchedOffers offers = new WatchedOffers(waitlist);
    public final InMemorySeenAppointments seen = new InMemorySeenAppointments(waitlist);
    public final InMemoryOutbox outbox = new InMemoryOutbox();
    public final InMemoryCallLog calls = new InMemoryCallLog();
    public final InMemoryTranscripts transcripts = new InMemoryTranscripts();
    public final InMemoryTransferPlans transferPlans = new InMemoryTransferPlans();
    public final InMemoryTransferLedger transfers = new InMemoryTransferLedger();
    public final InMemoryConsentRequests consents = new InMemoryConsentRequests();
    public final InMemoryRegistrationJournal registrations = new InMemoryRegistrationJournal();
    public final InMemoryKnownCallers known = new InMemoryKnownCallers();
    /** What the desk asks of the ledgers. */
    public final Tally tally = new Tally();

    public final FrontDesk desk;
    /** How it waits: time goes by, for everybody at once. */
    public volatile Pause pause = this::pass;

    private final FrontDesk.Ledgers ledgers;
    private final AtomicInteger ids = new AtomicInteger();

    public Reception() {
        this(new InMemoryAuditTrail());
    }

    private Reception(InMemoryAuditTrail trail) {
        this(trail, trail);
    }

    /** A reception whose trail is this one; nothing of it can be read in {@link #trail}. */
    public Reception(AuditTrail trail) {
        this(trail, new InMemoryAuditTrail());
    }

    private Reception(AuditTrail written, InMemoryAuditTrail read) {
        trail = read;
        clinics.save(Harbourview.clinic());
        for (ProviderId provider : List.of(WEXFORD, SETHI)) {
            emr.save(CLINIC, provider, Harbourview.mornings());
        }
        Harbourview.charts().forEach(chart -> emr.put(CLINIC, chart));
        ledgers = tally.of(new FrontDesk.Ledgers(
                clinics,
                identities,
                new InMemoryFailedAttempts(),
                new FrontDesk.Registering(registrations, consents),
                known,
                holds,
                holds,
                holds,
                told,
                tasks,
                written,
                calls,
                transcripts,
                transferPlans,
                transfers,
                new FrontDesk.Waiting(waitlist, waitlist, offers, outbox, seen),
                new InMemorySlips()));
        desk = desk(new FrontDesk.Emr(emr, emr, emr));
    }

    /** The same reception, but for the EMR. */
    public FrontDesk desk(FrontDesk.Emr other) {
        return desk(other, Runnable::run);
    }

    /** The same reception, but for the EMR and for who reads it along with searches. */
    public FrontDesk desk(FrontDesk.Emr other, Executor helpers) {
        return FrontDesk.of(
                other,
                ledgers,
                new FrontDesk.Senses(
                        now::get,
                        () -> new SlotId("slot" + ids.incrementAndGet()),
                        length -> pause.of(length),
                        (one, heard) -> one.equals("cathryn") && heard.equals("katherine"),
                        text -> Integer.toHexString(text.hashCode()),
                        Harbourview::holiday,
                        helpers));
    }

    /** Time goes by. */
    public void pass(Duration length) {
        now.updateAndGet(before -> before.plus(length));
    }

    public void policy(BookingPolicy policy) {
        settings(draft -> draft.policy = policy);
    }

    /** The clinic's settings from now on. */
    public void settings(Consumer<ClinicDraft> change) {
        ClinicDraft draft = new ClinicDraft(clinics.clinic(CLINIC));
        change.accept(draft);
        clinics.save(draft.clinic());
    }

    /** What the trail shows of one kind of action, oldest first. */
    public List<AuditEntry> trail(AuditAction action) {
        return trail.entries(CLINIC).stream()
                .filter(entry -> entry.action() == action)
                .toList();
    }

    /** A question in a call from the Castellans' home, answered within 3.8 seconds. */
    public CallContext call(String id) {
        return call(id, Optional.of(CASTELLAN_HOME));
    }

    public CallContext call(String id, Optional<PhoneNumber> caller) {
        Deadline deadline = new Deadline(now.get().plus(Duration.ofMillis(3800)));
        return new CallContext(CLINIC, new CallId(id), caller, Language.ENGLISH, deadline);
    }

    /** A patient identified in a call, by whatever means. */
    public void identified(String call, PatientId patient, IdentityLevel level, Relationship relationship) {
        identities.keep(
                CLINIC,
                new CallId(call),
                new Identification(patient, level, relationship, Optional.empty()),
                now.get());
    }

    /** The slots offered first for a check-up. */
    public List<BookableSlot> search(String call) {
        OpeningSearch.Result result = desk.openingSearch().find(call(call), anything());
        return ((OpeningSearch.Result.Offered) result).slots();
    }

    public static OpeningSearch.Query anything() {
        return new OpeningSearch.Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PartOfDay.ANY,
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Staff put an appointment into the EMR. */
    public AppointmentId staffBook(ProviderId provider, PatientId patient, LocalDate day, String time, int minutes) {
        TimeRange range = TimeRange.from(at(day, time), Duration.ofMinutes(minutes));
        return emr.put(
                CLINIC,
                new Appointment(
                        new AppointmentId("staff"),
                        provider,
                        Optional.of(patient),
                        range,
                        "Checkup",
                        AppointmentStatus.BOOKED,
                        Optional.empty()));
    }

    /** Live appointments that overlap another of the same provider. */
    public List<Appointment> overlapping() {
        List<Appointment> live =
                emr.everything(CLINIC).stream().filter(Appointment::takesTime).toList();
        List<Appointment> overlapping = new ArrayList<>();
        for (Appointment one : live) {
            for (Appointment other : live) {
                if (!one.id().equals(other.id())
                        && one.provider().equals(other.provider())
                        && one.time().overlaps(other.time())) {
                    overlapping.add(one);
                }
            }
        }
        return overlapping;
    }

    public long live() {
        return emr.everything(CLINIC).stream().filter(Appointment::takesTime).count();
    }

    public static Instant at(LocalDate day, String time) {
        return LocalDateTime.of(day, LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
