package ca.vitaravox.vapi.booking;

import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.vapi.clinic.ProviderShape;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Lines;
import ca.vitaravox.vapi.tool.Next;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The answer to a search for openings.
 *
 * @param input the search
 */
public record OpeningsAnswer(ToolInput input) {
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final int MOST_TYPES = 20;
    private static final int NAMES_SAID = 5;
    private static final int LONGEST_TYPE = 40;

    /** The answer to this result. */
    public ToolResult to(OpeningSearch.Result result) {
        Voice voice = voice();
        if (result instanceof OpeningSearch.Result.Offered offered) {
            return offered(offered);
        }
        if (result instanceof OpeningSearch.Result.Nothing nothing) {
            return nothing(nothing.alternatives());
        }
        if (result instanceof OpeningSearch.Result.OutsideWindow window) {
            String say = voice.say(Phrase.BOOKABLE_DAYS, voice.day(window.first()), voice.day(window.last()));
            return Draft.refusal(Code.OUTSIDE_BOOKING_WINDOW, say)
                    .with("first_date", window.first().toString())
                    .with("last_date", window.last().toString())
                    .result();
        }
        if (result instanceof OpeningSearch.Result.VisitTypeUnknown unknown) {
            return visitTypes(unknown);
        }
        if (result instanceof OpeningSearch.Result.ProviderNotFound unknown) {
            return providers(unknown.known());
        }
        if (result instanceof OpeningSearch.Result.NotIdentified) {
            return Draft.refusal(Code.IDENTITY_NOT_VERIFIED, voice).result();
        }
        if (result instanceof OpeningSearch.Result.AppointmentNotFound) {
            return Draft.refusal(Code.APPOINTMENT_NOT_FOUND, voice).result();
        }
        if (result instanceof OpeningSearch.Result.EmrUnavailable) {
            return Draft.refusal(Code.EMR_UNAVAILABLE, voice).result();
        }
        throw new IllegalStateException("no answer to " + result.getClass().getSimpleName());
    }

    private Voice voice() {
        return input.voice();
    }

    /** The time is gone. */
    ToolResult taken(List<BookableSlot> alternatives) {
        return alternatives(
                () -> Draft.refusal(Code.SLOT_TAKEN, voice()),
                slot -> Draft.refusal(Code.SLOT_TAKEN, voice().say(Phrase.TAKEN_BUT, slot)),
                alternatives);
    }

    /** Nothing as it was asked for. Nobody is asked whether they would wait where the clinic keeps no waitlist. */
    ToolResult nothing(List<BookableSlot> alternatives) {
        if (input.keepsWaitlist()) {
            return alternatives(
                    () -> Draft.refusal(Code.NO_AVAILABILITY, voice()),
                    slot -> Draft.refusal(Code.NO_AVAILABILITY, voice().say(Phrase.NEAREST_OPENING, slot)),
                    alternatives);
        }
        return alternatives(
                () -> Draft.refusal(Code.NO_AVAILABILITY, voice().say(Phrase.NOTHING_FREE))
                        .next(Next.TAKE_MESSAGE),
                slot -> Draft.refusal(Code.NO_AVAILABILITY, voice().say(Phrase.NEAREST_OR_NONE, slot))
                        .next(Next.OFFER_SLOTS),
                alternatives);
    }

    /** A refusal with other slots that can be booked, the first of them said; as many as there is room for. */
    private ToolResult alternatives(
            Supplier<Draft> none, Function<String, Draft> nearest, List<BookableSlot> alternatives) {
        if (alternatives.isEmpty()) {
            return none.get()
                    .with("alternatives", JsonNodeFactory.instance.arrayNode())
                    .result();
        }
        String slot = SlotShape.say(alternatives.get(0), voice());
        return Draft.most(
                alternatives,
                OpeningSearch.MOST_OFFERED,
                false,
                some -> nearest.apply(slot).with("alternatives", SlotShape.of(some, voice())));
    }

    private ToolResult offered(OpeningSearch.Result.Offered offered) {
        List<BookableSlot> slots = offered.slots();
        String first = SlotShape.say(slots.get(0), voice());
        Optional<String> until = offered.heldUntil()
                .map(end -> UNTIL.format(end.atZone(slots.get(0).start().getZone())));
        return Draft.most(slots, OpeningSearch.MOST_OFFERED, false, some -> {
            Draft draft = Draft.success(voice().say(Phrase.OPENINGS, first, Math.max(0, some.size() - 1)))
                    .next(Next.OFFER_SLOTS)
                    .with("slots", SlotShape.of(some, voice()));
            return until.map(end -> draft.with("held_until", end)).orElse(draft);
        });
    }

    private ToolResult visitTypes(OpeningSearch.Result.VisitTypeUnknown unknown) {
        return Draft.most(unknown.known(), MOST_TYPES, false, some -> {
            ArrayNode codes = JsonNodeFactory.instance.arrayNode();
            some.forEach(type -> codes.add(type.code().value()));
            List<String> names = some.stream()
                    .limit(NAMES_SAID)
                    .map(type -> Lines.shown(type.spoken(voice().language()), LONGEST_TYPE))
                    .toList();
            String say = names.isEmpty()
                    ? voice().say(Phrase.VISIT_TYPE_UNKNOWN)
                    : voice().say(Phrase.VISIT_TYPES, voice().either(names));
            return Draft.refusal(Code.VISIT_TYPE_UNKNOWN, say).with("visit_types", codes);
        });
    }

    private ToolResult providers(List<Provider> known) {
        return Draft.most(known, ProviderList.MOST_TOLD, false, some -> {
            ArrayNode shapes = JsonNodeFactory.instance.arrayNode();
            some.forEach(provider -> shapes.add(ProviderShape.of(provider)));
            List<String> names =
                    some.stream().limit(NAMES_SAID).map(ProviderShape::name).toList();
            String say = names.isEmpty()
                    ? voice().say(Phrase.PROVIDER_NOT_FOUND)
                    : voice().say(Phrase.WHICH_PROVIDER, voice().either(names));
            return Draft.refusal(Code.PROVIDER_NOT_FOUND, say).with("providers", shapes);
        });
    }
}
