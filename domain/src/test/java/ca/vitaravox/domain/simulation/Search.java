package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.PartOfDay;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** To hear of openings. */
record Search(
        Notes notes,
        String visitType,
        Optional<ProviderId> provider,
        Optional<PatientId> patient,
        Optional<AppointmentId> moving)
        implements Errand<OpeningSearch.Result> {
    @Override
    public OpeningSearch.Result ask(Receptionist desk, CallContext call) {
        return desk.openingSearch()
                .find(
                        call,
                        new OpeningSearch.Query(
                                Optional.of(visitType),
                                provider,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                PartOfDay.ANY,
                                Set.of(),
                                patient,
                                moving));
    }

    @Override
    public void heard(Question question, OpeningSearch.Result answer) {
        checkOffered(notes, question, slots(answer));
    }

    @Override
    public String inShort(OpeningSearch.Result answer) {
        return answer.getClass().getSimpleName() + " " + inShort(slots(answer));
    }

    static String inShort(List<BookableSlot> slots) {
        return slots.stream()
                .map(slot -> slot.id() + " with " + slot.provider().id() + " at "
                        + slot.start().toInstant())
                .toList()
                .toString();
    }

    static List<BookableSlot> slots(OpeningSearch.Result result) {
        if (result instanceof OpeningSearch.Result.Offered offered) {
            return offered.slots();
        }
        return result instanceof OpeningSearch.Result.Nothing nothing ? nothing.alternatives() : List.of();
    }

    /** What a caller hears was offered to this call, by this clinic. */
    static void checkOffered(Notes notes, Question question, List<BookableSlot> slots) {
        Notes.Call call = new Notes.Call(question.clinic(), question.context().call());
        for (BookableSlot slot : slots) {
            SlotId id = slot.id();
            if (notes.offer(id).filter(offer -> offer.call().equals(call)).isEmpty()) {
                throw new AssertionError(id + " was told to " + call + ", to which it was not offered");
            }
        }
    }

    @Override
    public String toString() {
        return "search for a " + visitType
                + patient.map(who -> " for patient " + who).orElse("");
    }
}
