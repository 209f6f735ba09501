package ca.vitaravox.server.trial;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.call.TrialBook;
import ca.vitaravox.ports.call.TrialBook.Trial;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.AdminTrail;
import ca.vitaravox.server.script.PlayedCall;
import ca.vitaravox.server.script.Script;
import ca.vitaravox.server.script.Scripts;
import ca.vitaravox.vapi.tool.ToolSpec;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Trying a call: what there is to try, and a call of one's own, step by step. Each step is in the trail. */
public final class TrialRoutes {
    private static final String TRIALS = "/api/admin/clinics/{clinic}/trials";
    /** It plays an EMR that is down, which is not for a trial to have. */
    private static final String NOT_HERE = "emr-down";

    private static final JsonMapper JSON = new JsonMapper();

    private final TrialDesk desk;
    private final TrialBook book;
    private final TrialCallers callers;
    private final ClinicDirectory clinics;
    private final List<ToolSpec> tools;
    private final AdminTrail trail;
    private final InstantSource clock;

    /** Calls to these clinics, with these tools. */
    public TrialRoutes(
            TrialDesk desk,
            TrialBook book,
            TrialCallers callers,
            ClinicDirectory clinics,
            List<ToolSpec> tools,
            AdminTrail trail,
            InstantSource clock) {
        this.desk = desk;
        this.book = book;
        this.callers = callers;
        this.clinics = clinics;
        this.tools = List.copyOf(tools);
        this.trail = trail;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, TRIALS, this::choices),
                new Route(HandlerType.POST, TRIALS, this::begin),
                new Route(HandlerType.GET, TRIALS + "/{call}", this::show),
                new Route(HandlerType.POST, TRIALS + "/{call}/steps", this::step),
                new Route(HandlerType.DELETE, TRIALS + "/{call}", this::hangUp));
    }

    private static List<String> scripts() {
        return Scripts.names().stream().filter(name -> !name.equals(NOT_HERE)).toList();
    }

    private void choices(Visit visit) {
        ClinicId clinic = visit.clinic();
        boolean demo = desk.isOnDemoData(clinic);
        ObjectNode shape = JSON.createObjectNode()
                .put("onDemoData", demo)
                .put("hasNumber", !clinics.lines(clinic).isEmpty());
        shape.set("callers", demo ? callers.of(clinic) : JSON.createArrayNode());
        ArrayNode languages = shape.putArray("languages");
        clinics.clinic(clinic).languages().forEach(language -> languages.add(language.code()));
        ArrayNode scripts = shape.putArray("scripts");
        scripts().forEach(scripts::add);
        ArrayNode shown = shape.putArray("tools");
        tools.forEach(tool -> shown.addObject()
                .put("name", tool.name())
                .put("description", tool.description())
                .set("parameters", tool.parameters()));
        ArrayNode going = shape.putArray("going");
        book.going(clinic, visit.user().id()).forEach(call -> going.add(call.value()));
        visit.answer(200, shape);
    }

    private void begin(Visit visit) {
        desk.checkDemo(visit.clinic());
        Line line = clinics.lines(visit.clinic()).stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(409, "NO_NUMBER", "The clinic has no number that could be called."));
        TrialState state = visit.read(body -> wanted(body, line));
        CallId call = new CallId(state.line().callId());
        trail.done(visit, AuditAction.TRY_CALL, Optional.of(call.value()));
        visit.answer(
                201, desk.begin(new Trial(visit.clinic(), call, visit.user().id()), state));
    }

    private TrialState wanted(Body body, Line line) {
        Optional<String> script = body.someValue("script", TrialRoutes::script);
        Optional<String> language = body.someValue("language", TrialRoutes::language);
        Optional<Optional<PhoneNumber>> caller = body.someValue("caller", TrialCallers::read);
        if (caller.isEmpty() && script.isEmpty()) {
            throw body.refusal("caller", "is missing");
        }
        Optional<String> from = caller.isPresent()
                ? caller.get().map(PhoneNumber::e164)
                : script.flatMap(Scripts::named).flatMap(Script::from);
        return TrialState.of(
                new PlayedCall.Line(
                        UUID.randomUUID().toString(),
                        from,
                        Optional.of(line.number().e164()),
                        line.phoneNumberId(),
                        clock.instant(),
                        language),
                script);
    }

    private static String language(String code) {
        return Language.of(code)
                .filter(language -> language.code().equals(code))
                .orElseThrow(() -> new IllegalArgumentException("is none of en, fr, zh"))
                .code();
    }

    private static String script(String name) {
        if (!scripts().contains(name)) {
            throw new IllegalArgumentException("is none of " + String.join(", ", scripts()));
        }
        return name;
    }

    private static Trial trial(Visit visit) {
        return new Trial(
                visit.clinic(), visit.id("call", CallId::new), visit.user().id());
    }

    private void show(Visit visit) {
        Trial trial = trial(visit);
        ObjectNode shown = desk.show(trial);
        trail.done(visit, AuditAction.VIEW_CALL, Optional.of(trial.call().value()));
        visit.answer(200, shown);
    }

    /** What a step is: a tool with arguments, else the next of the script, or all that are left. */
    private record Wish(Optional<String> tool, ObjectNode arguments, boolean toTheEnd) {}

    private void step(Visit visit) {
        Trial trial = trial(visit);
        Wish wish = visit.read(this::wish);
        noted(visit, trial);
        visit.answer(
                200,
                wish.tool()
                        .map(tool -> desk.tool(trial, tool, wish.arguments()))
                        .orElseGet(() -> desk.next(trial, wish.toTheEnd())));
    }

    private void noted(Visit visit, Trial trial) {
        book.kept(trial).orElseThrow(Problem::notFound);
        trail.done(visit, AuditAction.TRY_CALL, Optional.of(trial.call().value()));
    }

    private Wish wish(Body body) {
        return new Wish(
                body.someValue("tool", this::tool),
                body.someValue("arguments", TrialRoutes::arguments).orElseGet(JSON::createObjectNode),
                body.someFlag("toTheEnd").orElse(false));
    }

    private String tool(String name) {
        if (tools.stream().noneMatch(each -> each.name().equals(name))) {
            throw new IllegalArgumentException("is no tool");
        }
        return name;
    }

    /** As the assistant sends them: an object, written as a text. */
    private static ObjectNode arguments(String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("is not a JSON object", broken);
        }
        throw new IllegalArgumentException("is not a JSON object");
    }

    private void hangUp(Visit visit) {
        Trial trial = trial(visit);
        noted(visit, trial);
        desk.hangUp(trial);
        visit.done();
    }
}
