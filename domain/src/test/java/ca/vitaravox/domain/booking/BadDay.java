package ca.vitaravox.domain.booking;

import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static ca.vitaravox.domain.Reception.SETHI;
import static ca.vitaravox.domain.Reception.WEXFORD;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.Reception;
import ca.vitaravox.domain.emr.Request;
import ca.vitaravox.domain.emr.Trouble;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.IdentityLevel;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A day on which callers, staff and the EMR do things at random, one after another.
 */
final class BadDay {
    private static final List<Request> FAILING = List.of(Request.BOOK, Request.CANCEL, Request.DAY, Request.PATIENT);
    private static final int CALLERS = 5;

    final Reception reception = new Reception();
    final Said said = new Said(reception);

    private final Random random;
    private final FrontDesk desk;
    private final List<List<SlotId>> slots = new ArrayList<>();
    private final List<Integer> calls = new ArrayList<>();
    private int lastCall;

    BadDay(long seed, boolean referencesKept) {
        random = new Random(seed);
        TwistedEmr emr = new TwistedEmr(reception);
        if (!referencesKept) {
            emr.day = BadDay::withoutReferences;
            emr.patients = BadDay::withoutReferences;
        }
        desk = emr.desk();
        reception.policy(new BookingPolicy(15, Duration.ZERO, Duration.ZERO, 5, 4));
        for (int i = 0; i < CALLERS; i++) {
            calls.add(0);
            slots.add(new ArrayList<>());
            rings(i);
        }
    }

    private static List<Appointment> withoutReferences(List<Appointment> appointments) {
        return appointments.stream()
                .map(each -> new Appointment(
                        each.id(),
                        each.provider(),
                        each.patient(),
                        each.time(),
                        each.emrType(),
                        each.status(),
                        Optional.empty()))
                .toList();
    }

    /** One thing happens. */
    void goesOn() {
        int caller = random.nextInt(CALLERS);
        switch (random.nextInt(14)) {
            case 0, 1 -> search(caller);
            case 2, 3, 4, 5 -> book(caller);
            case 6 -> cancel(caller);
            case 7 -> move(caller);
            case 8 -> staffBook();
            case 9 -> staffCancel();
            case 10 -> emrChanges();
            case 11 -> timePasses(Duration.ofSeconds(1 + random.nextInt(40)));
            case 12 -> desk.finishing().finish();
            default -> {
                if (random.nextInt(4) == 0) {
                    hangsUp(caller);
                    rings(caller);
                }
            }
        }
    }

    /** Everybody hangs up, the EMR recovers, and a quarter of an hour goes by. */
    void ends() {
        FAILING.forEach(each -> reception.emr.trouble(each, Trouble.NONE));
        for (int i = 0; i < CALLERS; i++) {
            hangsUp(i);
        }
        for (int i = 0; i < 45; i++) {
            timePasses(Duration.ofSeconds(20));
            desk.finishing().finish();
        }
    }

    private CallContext call(int caller) {
        return reception.call("call" + calls.get(caller));
    }

    private PatientId patient(int caller) {
        // now and then the model takes one patient of a call for the other
        return new PatientId("p" + caller + (random.nextInt(8) == 0 ? "b" : "a"));
    }

    private void rings(int caller) {
        calls.set(caller, ++lastCall);
        slots.get(caller).clear();
        for (String each : List.of("a", "b")) {
            PatientId patient = new PatientId("p" + caller + each);
            reception.identified("call" + lastCall, patient, IdentityLevel.VERIFIED, Relationship.SELF);
            desk.appointmentList().list(call(caller), patient, false);
        }
        search(caller);
    }

    private void hangsUp(int caller) {
        CallId call = new CallId("call" + calls.get(caller));
        CallNews over = new CallNews.Ended(reception.now.get(), Optional.empty());
        desk.callDiary().learn(CLINIC, call, Optional.empty(), over);
    }

    private void search(int caller) {
        if (desk.openingSearch().find(call(caller), Reception.anything())
                instanceof OpeningSearch.Result.Offered offered) {
            offered.slots().stream().map(BookableSlot::id).forEach(slots.get(caller)::add);
        }
    }

    private Optional<SlotId> anySlot(int caller) {
        List<SlotId> known = slots.get(caller);
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(random.nextInt(known.size())));
    }

    private void book(int caller) {
        PatientId patient = patient(caller);
        anySlot(caller).ifPresent(slot -> {
            Booking.Command command = new Booking.Command(slot, patient, Optional.empty(), random.nextBoolean());
            if (desk.booking().book(call(caller), command) instanceof Booking.Result.Booked booked) {
                said.stands(booked.appointment().id(), patient, !booked.already());
            }
        });
    }

    private Optional<AppointmentId> anyAppointment() {
        List<Appointment> all = reception.emr.everything(CLINIC);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(random.nextInt(all.size())).id());
    }

    private void cancel(int caller) {
        anyAppointment().ifPresent(id -> {
            Cancellation.Result result =
                    desk.cancellation().cancel(call(caller), new Cancellation.Command(id, true, Optional.empty()));
            if (result instanceof Cancellation.Result.Cancelled) {
                said.isGone(id);
            } else if (result instanceof Cancellation.Result.Pending) {
                said.isUnsure(id);
            }
        });
    }

    private void move(int caller) {
        anyAppointment()
                .flatMap(id -> anySlot(caller).map(slot -> new Moving.Command(id, slot, true, Optional.empty())))
                .ifPresent(command -> {
                    Optional<PatientId> patient = reception
                            .told
                            .told(CLINIC, call(caller).call(), command.appointment())
                            .map(known -> known.patient());
                    Moving.Result result = desk.moving().move(call(caller), command);
                    if (result instanceof Moving.Result.Moved moved) {
                        if (!moved.appointment().id().equals(command.appointment())) {
                            said.isGone(command.appointment());
                        }
                        said.stands(moved.appointment().id(), patient.orElseThrow(), !moved.already());
                    } else if (result instanceof Moving.Result.Pending) {
                        said.isUnsure(command.appointment());
                    }
                });
    }

    private void staffBook() {
        ProviderId provider = random.nextBoolean() ? WEXFORD : SETHI;
        String time = "%02d:%02d".formatted(9 + random.nextInt(3), 15 * random.nextInt(4));
        TimeRange wanted = TimeRange.from(Reception.at(MONDAY, time), Duration.ofMinutes(15));
        if (said.live().stream()
                .noneMatch(
                        each -> each.provider().equals(provider) && each.time().overlaps(wanted))) {
            reception.staffBook(provider, new PatientId("walk-in"), MONDAY, time, 15);
        }
    }

    private void staffCancel() {
        anyAppointment().ifPresent(id -> {
            reception.emr.become(CLINIC, id, AppointmentStatus.CANCELLED);
            said.isUnsure(id);
        });
    }

    /** All but bookings that arrive late: repeated before that, one would be there twice. */
    private void emrChanges() {
        Request request = FAILING.get(random.nextInt(FAILING.size()));
        Trouble trouble = Trouble.values()[random.nextInt(Trouble.values().length)];
        boolean recovers = random.nextInt(3) > 0 || request == Request.BOOK && trouble == Trouble.LATE;
        reception.emr.trouble(request, recovers ? Trouble.NONE : trouble);
    }

    /** What is late arrives within a minute. */
    private void timePasses(Duration length) {
        reception.pass(length);
        reception.emr.lateWritesArrive();
    }
}
