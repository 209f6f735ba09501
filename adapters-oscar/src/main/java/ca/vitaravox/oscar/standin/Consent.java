package ca.vitaravox.oscar.standin;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The browser's part of the handshake: the page, the log-in on it, the consent (measured on Open-O; the same is done for
 * classic, whose form has two fields more that nobody looks at
 * here: read).
 */
final class Consent {
    private static final String PAGE = """
            <html>
            <head><title>OSCAR: allow access</title></head>
            <body>
            <form method="post" action="../../login.do">
            <input name="username"/><input name="password" type="password"/><input name="pin" type="password"/>
            <input name="oauth_token" type="hidden" value="%s"/><input type="submit"/>
            </form>
            <form method="post" action="authorize">
            <input name="oauth_token" type="hidden" value="%s"/><input type="submit" value="Allow"/>
            </form>
            </body>
            </html>
            """;

    private final Office office;
    private final Sessions sessions;

    Consent(Office office, Sessions sessions) {
        this.office = office;
        this.sessions = sessions;
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(
                Endpoint.AUTHORIZE_PAGE, this::page, Endpoint.LOGIN, this::logIn, Endpoint.AUTHORIZE, this::authorize);
    }

    private Reply page(Call call) {
        String token = known(call.query("oauth_token")).token();
        return office.replies().page(PAGE.formatted(token, token));
    }

    private Reply logIn(Call call) {
        Optional<ProviderRow> provider = office.tables().logins().stream()
                .filter(login -> login.username().equals(call.form("username").orElse(null))
                        && login.password().equals(call.form("password").orElse(null))
                        && login.pin().equals(call.form("pin").orElse(null)))
                .findFirst()
                .flatMap(login -> office.tables().provider(login.provider()));
        if (provider.isEmpty()) {
            return answered(Json.generic(false, "Invalid credentials").toString());
        }
        ProviderRow who = provider.get();
        sessions.logIn(call.session(), who.number());
        call.form("oauth_token")
                .ifPresent(token -> office.tables()
                        .requestTokens()
                        .computeIfPresent(token, (id, row) -> row.loggedIn(who.number())));
        return answered(Json.object()
                .put("success", true)
                .put("providerName", who.name())
                .put("providerNo", who.number())
                .toString());
    }

    private static Reply answered(String json) {
        return Reply.of(200, "text/x-json;charset=ISO-8859-1", json).with("Content-Language", "en");
    }

    /** The session ends with the consent, so that it does not win over tokens later. */
    private Reply authorize(Call call) {
        RequestTokenRow token = known(call.form("oauth_token"));
        Optional<String> provider = sessions.loggedIn(call.session());
        if (provider.isEmpty()) {
            return office.replies().text(401, "login_required");
        }
        sessions.end(call.session());
        String verifier = office.ids().get();
        office.tables()
                .requestTokens()
                .put(token.token(), token.loggedIn(provider.get()).verifiedBy(verifier));
        return token.callback().equals("oob")
                ? office.replies().text(200, "oauth_verifier=" + verifier)
                : Reply.empty(303).with("Location", back(token, verifier));
    }

    private static String back(RequestTokenRow token, String verifier) {
        String mark = URI.create(token.callback()).getRawQuery() == null ? "?" : "&";
        return token.callback() + mark + "oauth_token=" + token.token() + "&oauth_verifier=" + verifier;
    }

    private RequestTokenRow known(Optional<String> token) {
        return token.map(office.tables().requestTokens()::get).orElseThrow(office::broken);
    }
}
