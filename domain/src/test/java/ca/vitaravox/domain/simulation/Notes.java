package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Slot;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the servers noted in our ledgers, in passing. */
final class Notes {
    /** A call to a clinic. */
    record Call(ClinicId clinic, CallId id) {}

    /** A slot that a clinic offered. */
    record Offer(ClinicId clinic, Slot slot) {
        Call call() {
            return new Call(clinic, slot.call());
        }
    }

    /** A slot was seen alone in the EMR at {@code asOf}, and therefore was to stand from {@code at} on. */
    record Confirmation(Instant asOf, Instant at) {}

    private record Telling(Call call, Instant at) {}

    private final Map<SlotId, Offer> offers = new LinkedHashMap<>();
    private final Map<Kept, List<Telling>> tellings = new HashMap<>();
    private final Map<SlotId, Confirmation> confirmations = new HashMap<>();
    private final Map<Kept, Instant> unheard = new HashMap<>();
    private final Map<SlotId, Instant> takingBack = new HashMap<>();
    private final Map<SlotId, Instant> ended = new HashMap<>();
    private final Map<Call, Instant> over = new HashMap<>();
    private final Set<SlotId> refused = new HashSet<>();

    void offered(ClinicId clinic, List<Slot> slots) {
        slots.forEach(slot -> offers.put(slot.id(), new Offer(clinic, slot)));
    }

    Collection<Offer> offers() {
        return offers.values();
    }

    Optional<Offer> offer(SlotId slot) {
        return Optional.ofNullable(offers.get(slot));
    }

    /** The latest attempt at a slot ended, one way or another. */
    void ended(SlotId slot, Instant at) {
        ended.put(slot, at);
    }

    /** When the latest attempt at a slot ended. */
    Optional<Instant> ended(SlotId slot) {
        return Optional.ofNullable(ended.get(slot));
    }

    void over(Call call, Instant at) {
        over.putIfAbsent(call, at);
    }

    void told(Call call, Set<AppointmentId> appointments, Instant at) {
        for (AppointmentId appointment : appointments) {
            Kept kept = new Kept(call.clinic(), appointment);
            tellings.computeIfAbsent(kept, first -> new ArrayList<>()).add(new Telling(call, at));
        }
    }

    boolean wasTold(Call call, AppointmentId appointment) {
        return tellings.getOrDefault(new Kept(call.clinic(), appointment), List.of()).stream()
                .anyMatch(telling -> telling.call().equals(call));
    }

    /** Whether an appointment was told by a server that could not know that nobody was listening any more. */
    boolean wasToldInGoodFaith(Kept kept) {
        return tellings.getOrDefault(kept, List.of()).stream()
                .anyMatch(telling -> !telling.at().isAfter(over.getOrDefault(telling.call(), Instant.MAX)));
    }

    /** Just now nobody had been told of this appointment. */
    void unheard(Kept kept, Instant at) {
        unheard.put(kept, at);
    }

    /** When a server last asked whether anybody had been told of this appointment, and heard no. */
    Optional<Instant> unheard(Kept kept) {
        return Optional.ofNullable(unheard.get(kept));
    }

    /** Whether an appointment was told before this moment. */
    boolean wasToldBefore(Kept kept, Instant moment) {
        return tellings.getOrDefault(kept, List.of()).stream()
                .anyMatch(telling -> telling.at().isBefore(moment));
    }

    /** From now on what was booked from this slot is taken back. */
    void takingBack(SlotId slot, Instant at) {
        takingBack.putIfAbsent(slot, at);
    }

    Optional<Instant> takingBack(SlotId slot) {
        return Optional.ofNullable(takingBack.get(slot));
    }

    /** By the server's own account its call was told in time that nothing came of this slot. */
    void refused(SlotId slot) {
        refused.add(slot);
    }

    boolean isRefused(SlotId slot) {
        return refused.contains(slot);
    }

    void confirmed(SlotId slot, Confirmation confirmation) {
        confirmations.putIfAbsent(slot, confirmation);
    }

    Optional<Confirmation> confirmation(SlotId slot) {
        return Optional.ofNullable(confirmations.get(slot));
    }
}
