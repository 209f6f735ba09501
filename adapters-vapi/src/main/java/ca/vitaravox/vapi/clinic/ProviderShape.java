package ca.vitaravox.vapi.clinic;

import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.vapi.tool.Lines;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a provider appears in answers. Thread-safe. */
public final class ProviderShape {
    private static final int LONGEST_NAME = 60;

    private ProviderShape() {}

    /** {@code {"provider_id":"101","display_name":"Doctor Mara Wexford"}}. */
    public static ObjectNode of(Provider provider) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("provider_id", provider.id().value())
                .put("display_name", name(provider));
    }

    /** The name as spoken. */
    public static String name(Provider provider) {
        return Lines.shown(provider.displayName(), LONGEST_NAME);
    }
}
