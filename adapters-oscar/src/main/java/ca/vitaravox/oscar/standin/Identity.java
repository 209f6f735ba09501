package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Who the token acts as (measured; classic's name for the provider: read). */
final class Identity {
    private final Office office;

    Identity(Office office) {
        this.office = office;
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(
                Endpoint.CHECK_IF_AUTHED, this::check,
                Endpoint.OAUTH_INFO, this::info,
                Endpoint.HAS_RIGHT, this::hasRight);
    }

    private Reply check(Call call) {
        return office.replies().json(Json.generic(true, office.caller(call).number()));
    }

    private Reply info(Call call) {
        ProviderRow caller = office.caller(call);
        ObjectNode info = Json.object();
        info.set(office.line().isClassic() ? "provider" : "providers", ProviderJson.own(caller, office.time()));
        info.put("login", caller.number()).putArray("roles").add("");
        return office.replies().json(info);
    }

    private Reply hasRight(Call call) {
        ProviderRow caller = office.caller(call);
        String privilege =
                call.query("privilege").filter(letter -> letter.length() == 1).orElse("x");
        boolean right = caller.may(privilege.charAt(0), call.query("objectName").orElse(""));
        return office.replies().json(Json.generic(right, null));
    }
}
