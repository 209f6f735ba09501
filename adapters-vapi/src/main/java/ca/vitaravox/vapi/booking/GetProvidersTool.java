package ca.vitaravox.vapi.booking;

import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.vapi.clinic.ProviderShape;
import ca.vitaravox.vapi.speech.Phrase;
import ca.vitaravox.vapi.speech.Voice;
import ca.vitaravox.vapi.tool.Draft;
import ca.vitaravox.vapi.tool.Lines;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.ToolInput;
import ca.vitaravox.vapi.tool.ToolResult;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Tells whom callers may book. */
final class GetProvidersTool implements Tool {
    private static final int LONGEST_SPECIALTY = 40;
    private static final int NAMES_SAID = 3;

    private final ProviderList providers;

    GetProvidersTool(ProviderList providers) {
        this.providers = providers;
    }

    @Override
    public String name() {
        return "get_providers";
    }

    /** Everything if there is room; else all of them without their specialties, before any is left out. */
    @Override
    public ToolResult run(ToolInput input) {
        ProviderList.Listing listing = providers.list(
                input.call(), input.arguments().text("name"), input.arguments().flag("accepting"));
        Draft everything = draft(listing.providers(), listing.more(), true, input.voice());
        boolean few = listing.providers().size() <= ProviderList.MOST_TOLD && !listing.more();
        return everything.ifShort().filter(whole -> few).orElseGet(() -> most(listing, input.voice()));
    }

    private static ToolResult most(ProviderList.Listing listing, Voice voice) {
        int all = listing.providers().size();
        return Draft.most(
                listing.providers(),
                ProviderList.MOST_TOLD,
                listing.more(),
                some -> draft(some, listing.more() || some.size() < all, false, voice));
    }

    private static Draft draft(List<ProviderList.Entry> told, boolean more, boolean withSpecialty, Voice voice) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (ProviderList.Entry entry : told) {
            ObjectNode shape = ProviderShape.of(entry.provider());
            entry.provider()
                    .specialty()
                    .filter(specialty -> withSpecialty)
                    .ifPresent(specialty -> shape.put("specialty", Lines.shown(specialty, LONGEST_SPECIALTY)));
            entry.nextAvailable().ifPresent(day -> shape.put("next_available_date", day.toString()));
            list.add(shape);
        }
        return Draft.success(say(told, more, voice)).with("providers", list);
    }

    private static String say(List<ProviderList.Entry> told, boolean more, Voice voice) {
        if (told.isEmpty()) {
            return voice.say(Phrase.NO_PROVIDERS);
        }
        String names = voice.either(told.stream()
                .limit(NAMES_SAID)
                .map(entry -> ProviderShape.name(entry.provider()))
                .toList());
        boolean others = more || told.size() > NAMES_SAID;
        return voice.say(others ? Phrase.PROVIDERS_AND_MORE : Phrase.PROVIDERS, names);
    }
}
