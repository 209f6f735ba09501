package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Somebody on the phone, who wants this and that, repeats, changes their mind, and hangs up. */
final class Caller {
    private static final List<String> VISIT_TYPES = List.of("checkup", "checkup", "physical");

    private final World world;
    private final Chance chance;
    private final Phone phone;
    private final List<Integer> patients;
    private final List<AppointmentId> known = new ArrayList<>();

    /** Somebody who calls for these patients. */
    Caller(World world, Phone phone, List<Integer> patients) {
        this.world = world;
        this.chance = world.chance();
        this.phone = phone;
        this.patients = patients;
    }

    void call() {
        try {
            if (patients.stream().allMatch(this::isRecognised)) {
                int wishes = chance.between(1, 6);
                for (int i = 0; i < wishes; i++) {
                    wish(Town.patient(chance.oneOf(patients)));
                    if (i < wishes - 1 || chance.happens(0.5)) {
                        think(); // or hang up as soon as it is heard
                    }
                }
            }
        } catch (HungUp impatient) {
            // that is what the end is for
        }
        phone.hangUp();
    }

    private boolean isRecognised(int patient) {
        LookUp lookUp = new LookUp(patient, chance.happens(0.8));
        for (int i = 0; i < 4; i++) {
            Optional<LookupResult> answer = phone.askInTurn(lookUp);
            if (answer.filter(LookupResult.Identified.class::isInstance).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void wish(PatientId patient) {
        int wish = chance.between(1, 10);
        if (wish <= 4 || known.isEmpty() && wish <= 6) {
            book(patient);
        } else if (wish == 5) {
            cancel();
        } else if (wish <= 7) {
            move(patient);
        } else if (wish <= 9) {
            listen(patient);
        } else {
            pry(patient);
        }
    }

    private void book(PatientId patient) {
        List<BookableSlot> slots = search(patient, Optional.empty());
        while (!slots.isEmpty()) {
            think();
            SlotId slot = chance.oneOf(slots).id();
            Book book = new Book(world.notes(), world.promises(), slot, patient, chance.happens(0.5));
            Optional<Booking.Result> answer = insist(book, Book::isOpen);
            slots = List.of();
            if (answer.orElse(null) instanceof Booking.Result.Booked booked) {
                known.add(booked.appointment().id());
            } else if (answer.orElse(null) instanceof Booking.Result.SlotTaken taken && chance.happens(0.7)) {
                slots = taken.alternatives();
            }
        }
    }

    private void move(PatientId patient) {
        if (known.isEmpty()) {
            return;
        }
        AppointmentId appointment = chance.oneOf(known);
        List<BookableSlot> slots = search(patient, Optional.of(appointment));
        if (slots.isEmpty()) {
            return;
        }
        think();
        SlotId slot = chance.oneOf(slots).id();
        Move move = new Move(world.notes(), world.promises(), appointment, slot);
        if (insist(move, Move::isOpen).orElse(null) instanceof Moving.Result.Moved moved) {
            known.add(moved.appointment().id());
        }
    }

    private void cancel() {
        if (!known.isEmpty()) {
            Optional<Cancellation.Result> answer =
                    insist(new Cancel(world.promises(), chance.oneOf(known)), Cancel::isOpen);
            answer.filter(Cancellation.Result.Cancelled.class::isInstance)
                    .map(Cancellation.Result.Cancelled.class::cast)
                    .filter(cancelled -> chance.happens(0.7))
                    .ifPresent(cancelled -> known.remove(cancelled.appointment().id()));
        }
    }

    private void listen(PatientId patient) {
        if (phone.ask(new Listen(world.promises(), patient)).orElse(null)
                instanceof AppointmentList.Result.Listed listed) {
            listed.appointments().stream()
                    .filter(each -> each.status() == AppointmentStatus.BOOKED)
                    .map(PatientAppointment::id)
                    .filter(each -> !known.contains(each))
                    .forEach(known::add);
        }
    }

    /** Asks for what other calls were offered. */
    private void pry(PatientId patient) {
        List<Notes.Offer> others = world.notes().offers().stream()
                .filter(offer -> !offer.call().equals(phone.call()))
                .toList();
        if (!others.isEmpty()) {
            phone.ask(new Pry(chance.oneOf(others).slot().id(), patient));
        }
    }

    private List<BookableSlot> search(PatientId patient, Optional<AppointmentId> moving) {
        Optional<ProviderId> provider =
                chance.happens(0.3) ? Optional.of(chance.oneOf(Town.PROVIDERS)) : Optional.empty();
        Optional<PatientId> who = chance.happens(0.7) ? Optional.of(patient) : Optional.empty();
        return phone.ask(new Search(world.notes(), chance.oneOf(VISIT_TYPES), provider, who, moving))
                .map(Search::slots)
                .orElse(List.of());
    }

    /** Asks again while nothing definite is heard, or gives up; and now and then asks again though it was. */
    private <T> Optional<T> insist(Errand<T> errand, Predicate<Optional<T>> isOpen) {
        Optional<T> answer = phone.ask(errand);
        while (chance.happens(isOpen.test(answer) ? 0.75 : 0.1)) {
            think();
            answer = phone.askAgain(errand);
        }
        return answer;
    }

    private void think() {
        world.scheduler().pause(chance.happens(0.1) ? chance.millis(5_000, 60_000) : chance.millis(100, 5_000));
    }
}
