package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From a request to its answer, in the order in which CXF goes about it (measured): path, verb, content type, what is
 * accepted, the body, who asks; then the resource.
 */
final class Reception {
    static final String CONTEXT = "/oscar";

    private final Office office;
    private final Sessions sessions;
    private final Authenticator authenticator;
    private final Map<Endpoint, Answer> answers = new EnumMap<>(Endpoint.class);

    Reception(Office office) {
        this.office = office;
        this.sessions = new Sessions(office.ids());
        HandshakeChecks checks;
        if (office.line().isClassic()) {
            ClassicAuthenticator classic = new ClassicAuthenticator(office);
            authenticator = classic;
            checks = new HandshakeChecks.Classic(office, classic);
        } else {
            authenticator = new OpenOAuthenticator(office);
            checks = new HandshakeChecks.OpenO(office);
        }
        answers.putAll(new Identity(office).answers());
        answers.putAll(new DemographicSearch(office).answers());
        answers.putAll(new DemographicReads(office).answers());
        answers.putAll(new DemographicWrites(office).answers());
        answers.putAll(new Providers(office).answers());
        answers.putAll(new DaySheet(office).answers());
        answers.putAll(new ScheduleReads(office).answers());
        answers.putAll(new Legends(office).answers());
        answers.putAll(new Bookings(office).answers());
        answers.putAll(new AppointmentChanges(office).answers());
        answers.putAll(new Ticklers(office).answers());
        answers.putAll(new Programs(office).answers());
        answers.putAll(new Handshake(office, checks).answers());
        answers.putAll(new SoapDesk(office).answers());
        answers.putAll(new Consent(office, sessions).answers());
    }

    /** The endpoint that a request is for, if there is one with its verb. */
    Optional<Endpoint> endpoint(Message message) {
        return path(message)
                .flatMap(path -> Endpoint.taking(message.method(), office.line(), Endpoint.of(path)))
                .filter(endpoint -> endpoint.isIn(office.line()));
    }

    /** The answer, after everything that the request does has been done. */
    Reply answer(Message message) {
        Optional<String> known = sessions.named(message);
        String session = known.orElseGet(sessions::begin);
        Reply reply;
        try {
            reply = answerIn(session, message);
        } catch (Refused refused) {
            reply = refused.reply();
        }
        if (path(message).filter(path -> path.startsWith("/ws/")).isPresent()) {
            reply = reply.with("X-FRAME-OPTIONS", "SAMEORIGIN");
        }
        return known.isPresent()
                ? reply
                : reply.with("Set-Cookie", "JSESSIONID=" + session + "; Path=" + CONTEXT + "; HttpOnly");
    }

    private Reply answerIn(String session, Message message) {
        String path = path(message).orElse("");
        if (path.startsWith("/ws/rs/")) {
            return Reply.of(401, "text/xml;charset=UTF-8", "<error>Not authorized</error>");
        }
        Optional<String> provider = Optional.empty();
        boolean classicService = office.line().isClassic() && path.startsWith("/ws/services/");
        if (classicService) {
            provider = authenticator.provider(message);
        }
        Endpoint endpoint = endpoint(message).orElseThrow(() -> nothingThere(path));
        ObjectNode body = body(message, endpoint);
        if (!classicService && endpoint.isService()) {
            provider = authenticator.provider(message);
        }
        Call call = new Call(endpoint, endpoint.pathValues(path), message, acting(session, provider), session, body);
        return answers.get(endpoint).to(call);
    }

    private Optional<ProviderRow> acting(String session, Optional<String> provider) {
        return provider.map(token -> sessions.loggedIn(session).orElse(token)).flatMap(office.tables()::provider);
    }

    private ObjectNode body(Message message, Endpoint endpoint) {
        if (endpoint.takesJson() && !message.isOfType("application/json")) {
            throw new Refused(Reply.empty(415));
        }
        if (!Accepted.by(message, endpoint)) {
            throw new Refused(Reply.empty(406));
        }
        if (!endpoint.takesJson()) {
            return Json.object();
        }
        return Json.read(message.text())
                .orElseThrow(() -> new Refused(office.replies().unreadable()));
    }

    private Refused nothingThere(String path) {
        List<Endpoint> others = Endpoint.of(path);
        boolean verb = others.stream().anyMatch(endpoint -> endpoint.isIn(office.line()));
        String verbs = path.startsWith("/ws/oauth/") ? "POST,GET,OPTIONS,HEAD" : "DELETE,POST,GET,PUT,OPTIONS,HEAD";
        return new Refused(Reply.empty(verb ? 405 : 404).with("Allow", verbs));
    }

    private static Optional<String> path(Message message) {
        return message.rawPath().startsWith(CONTEXT + "/")
                ? Optional.of(message.rawPath().substring(CONTEXT.length()))
                : Optional.empty();
    }
}
