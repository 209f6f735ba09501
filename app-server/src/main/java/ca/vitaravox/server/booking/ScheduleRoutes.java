package ca.vitaravox.server.booking;

import ca.vitaravox.ports.booking.ScheduleSettings;
import ca.vitaravox.ports.booking.WeeklyShift;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.access.Words;
import ca.vitaravox.server.audit.Setting;
import ca.vitaravox.server.audit.SettingChanges;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When providers work in a week, where we keep that: each provider's shifts are one document. */
public final class ScheduleRoutes {
    private static final String SCHEDULES = "/api/admin/clinics/{clinic}/schedules";

    private final ClinicSettings clinics;
    private final ScheduleSettings schedules;
    private final SettingChanges changes;

    /** The schedules of the providers of these clinics. */
    public ScheduleRoutes(ClinicSettings clinics, ScheduleSettings schedules, SettingChanges changes) {
        this.clinics = clinics;
        this.schedules = schedules;
        this.changes = changes;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, SCHEDULES, this::list),
                new Route(HandlerType.GET, SCHEDULES + "/{provider}", this::show),
                new Route(HandlerType.PUT, SCHEDULES + "/{provider}", this::put));
    }

    private void list(Visit visit) {
        List<ProviderId> providers = clinics.kept(visit.clinic()).providers().stream()
                .map(Provider::id)
                .sorted(Comparator.comparing(ProviderId::value))
                .toList();
        Map<ProviderId, List<WeeklyShift>> shifts = schedules.everybodys(visit.clinic());
        Optional<ProviderId> after = visit.after(ProviderId::new);
        visit.page(
                most -> providers.stream()
                        .filter(id -> after.map(last -> id.value().compareTo(last.value()) > 0)
                                .orElse(true))
                        .limit(most)
                        .toList(),
                id -> shape(id, shifts.getOrDefault(id, List.of())),
                ProviderId::value);
    }

    private ProviderId provider(Visit visit, Clinic clinic) {
        ProviderId id = visit.id("provider", ProviderId::new);
        return clinic.provider(id).map(Provider::id).orElseThrow(Problem::notFound);
    }

    private void show(Visit visit) {
        ProviderId provider = provider(visit, clinics.kept(visit.clinic()));
        visit.show(shape(provider, schedules.shifts(visit.clinic(), provider)));
    }

    private static ObjectNode shape(ProviderId provider, List<WeeklyShift> shifts) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode().put("providerId", provider.value());
        var list = shape.putArray("shifts");
        for (WeeklyShift shift : shifts) {
            ObjectNode one = list.addObject()
                    .put("day", Words.word(shift.day()))
                    .put("from", shift.from().toString())
                    .put("to", shift.to().toString());
            shift.visitTypes().stream().map(VisitTypeCode::value).sorted().forEach(one.putArray("visitTypes")::add);
        }
        return shape;
    }

    private void put(Visit visit) {
        Clinic clinic = clinics.kept(visit.clinic());
        ProviderId provider = provider(visit, clinic);
        List<WeeklyShift> shifts = visit.read(body -> {
            body.someText("providerId")
                    .filter(id -> !id.equals(provider.value()))
                    .ifPresent(other -> {
                        throw body.refusal("providerId", "is not the one in the path; ids do not change");
                    });
            List<WeeklyShift> sent =
                    body.objects("shifts", ScheduleSettings.MOST_SHIFTS, shift -> shift(shift, clinic));
            return body.made("shifts", () -> WeeklyShift.ofWeek(sent));
        });
        changes.put(
                visit,
                new Setting<List<WeeklyShift>>(
                        "schedules/" + provider,
                        change -> schedules.change(visit.clinic(), provider, change),
                        kept -> Optional.of(shape(provider, kept))),
                kept -> shifts);
    }

    private static WeeklyShift shift(Body body, Clinic clinic) {
        DayOfWeek day = body.constant("day", DayOfWeek.class);
        LocalTime from = body.value("from", LocalTime::parse);
        LocalTime to = body.value("to", LocalTime::parse);
        List<VisitTypeCode> types = body.values("visitTypes", VisitTypeCode::new);
        for (int i = 0; i < types.size(); i++) {
            if (clinic.visitType(types.get(i)).isEmpty()) {
                throw body.refusal("visitTypes/" + i, "is no visit type of the clinic");
            }
        }
        return body.made("to", () -> new WeeklyShift(day, from, to, Set.copyOf(types)));
    }
}
