package ca.vitaravox.server.booking;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.booking.ProviderDays;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.audit.AdminTrail;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/** A week of a provider: when they work, what takes their time, what is closed, and what callers are offered. */
public final class WeekRoutes {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private final ClinicSettings clinics;
    private final ProviderDays days;
    private final AdminTrail trail;
    private final InstantSource clock;

    /** The weeks of providers of these clinics; who sees them is in this trail. */
    public WeekRoutes(ClinicSettings clinics, ProviderDays days, AdminTrail trail, InstantSource clock) {
        this.clinics = clinics;
        this.days = days;
        this.trail = trail;
        this.clock = clock;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(new Route(HandlerType.GET, "/api/admin/clinics/{clinic}/week", this::show));
    }

    /** Whoever runs the platform sees when time is taken, and not by whom. */
    private void show(Visit visit) {
        Clinic clinic = clinics.kept(visit.clinic());
        LocalDate today = LocalDate.ofInstant(clock.instant(), clinic.zone());
        LocalDate first = visit.query()
                .value("of", WeekRoutes::day)
                .orElse(today)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Language language =
                visit.query().value("language", WeekRoutes::language).orElse(Language.ENGLISH);
        ObjectNode shape = JsonNodeFactory.instance
                .objectNode()
                .put("today", today.toString())
                .put("first", first.toString());
        Optional<Provider> provider = provider(visit, clinic);
        VisitTypeCode visitType = visitType(visit, clinic);
        shape.put("visitType", visitType.value());
        shape.putArray("days");
        if (provider.isPresent()) {
            ProviderId who = provider.get().id();
            trail.done(visit, AuditAction.LIST_APPOINTMENTS, Optional.of("provider:" + who + ":" + first));
            WeekShape shapes = new WeekShape(clinic.closures(), visit.user().role() != Role.PLATFORM_ADMIN);
            shape.put("providerId", who.value()).put("bookable", provider.get().bookable());
            days.of(new ProviderDays.Question(clinic, who, first, ProviderDays.MOST, visitType, language))
                    .forEach(day -> shape.withArray("days").add(shapes.of(day)));
        }
        visit.answer(200, shape);
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw new IllegalArgumentException("is a day from 2000-01-01 to 2999-12-31");
        }
        return day;
    }

    private static Language language(String code) {
        return Language.of(code).orElseThrow(() -> new IllegalArgumentException("is en, fr or zh"));
    }

    /** The one that is asked for, or the clinic's first; a clinic that has none has no weeks either. */
    private static Optional<Provider> provider(Visit visit, Clinic clinic) {
        Optional<ProviderId> asked = visit.query().value("provider", ProviderId::new);
        return asked.isEmpty()
                ? clinic.providers().stream().findFirst()
                : Optional.of(clinic.provider(asked.get()).orElseThrow(Problem::notFound));
    }

    private static VisitTypeCode visitType(Visit visit, Clinic clinic) {
        VisitTypeCode asked =
                visit.query().value("visitType", VisitTypeCode::new).orElse(clinic.defaultVisitType());
        clinic.visitType(asked).orElseThrow(Problem::notFound);
        return asked;
    }
}
