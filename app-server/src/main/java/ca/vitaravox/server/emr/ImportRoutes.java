package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.Oscar;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.booking.EmrListing;
import ca.vitaravox.ports.booking.EmrSchedules;
import ca.vitaravox.ports.booking.ScheduleCode;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicSettings;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.access.Words;
import ca.vitaravox.server.audit.AdminTrail;
import ca.vitaravox.server.audit.Deed;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Takes providers, visit types and codes of the schedule over from a clinic's OSCAR: first as suggestions, then those that
 * somebody chose. Nobody who is taken over can be booked by callers, and no code, before the clinic says so.
 */
public final class ImportRoutes {
    private static final String IMPORT = "/api/admin/clinics/{clinic}/emr/import";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BAD_GATEWAY = 502;

    private final Ports ports;
    private final OscarPlaces places;
    private final OscarMaker oscars;
    private final InstantSource clock;

    /** What it is built over. */
    record Ports(
            ClinicEmrs emrs,
            ClinicDirectory clinics,
            ClinicSettings settings,
            EmrSchedules schedules,
            AdminTrail trail) {}

    /** What somebody chose, by the EMR's names. */
    private record Chosen(Set<String> providers, Set<String> visitTypes, Set<String> codes) {}

    ImportRoutes(Ports ports, OscarPlaces places, OscarMaker oscars, InstantSource clock) {
        this.ports = ports;
        this.places = places;
        this.oscars = oscars;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, IMPORT, this::suggest), new Route(HandlerType.POST, IMPORT, this::take));
    }

    private void suggest(Visit visit) {
        visit.answer(200, shape(suggestions(visit.clinic())));
    }

    private Suggestions suggestions(ClinicId clinic) {
        places.of(clinic);
        Deadline deadline = new Deadline(clock.instant().plus(PATIENCE));
        try (Oscar oscar = oscars.oscar(clinic, ports.emrs().emr(clinic).settings())) {
            EmrListing listing = oscar.listing();
            return Suggestions.of(
                    ports.clinics().clinic(clinic),
                    ports.schedules().schedule(clinic),
                    listing.providers(clinic, deadline),
                    listing.types(clinic, deadline),
                    listing.codes(clinic, deadline));
        } catch (EmrUnavailableException silent) {
            throw Problem.of(
                    BAD_GATEWAY, "EMR_UNAVAILABLE", "OSCAR cannot be read: test the connection, which says why.");
        }
    }

    private void take(Visit visit) {
        Chosen chosen = visit.read(body -> new Chosen(
                Set.copyOf(body.values("providers", text -> text)),
                Set.copyOf(body.values("visitTypes", text -> text)),
                Set.copyOf(body.values("codes", text -> text))));
        ClinicId clinic = visit.clinic();
        Suggestions all = suggestions(clinic);
        Suggestions taken = new Suggestions(
                all.providers().stream()
                        .filter(each -> chosen.providers().contains(each.id().value()))
                        .toList(),
                all.visitTypes().stream()
                        .filter(each -> chosen.visitTypes().contains(each.emrType()))
                        .toList(),
                all.codes().stream()
                        .filter(each -> chosen.codes().contains(each.code()))
                        .toList());
        Suggestions left = ports.trail()
                .around(
                        Deed.of(visit, AuditAction.CHANGE_SETTINGS, "emr/import"),
                        () -> keep(clinic, taken),
                        done -> AuditResult.DONE);
        visit.answer(200, shape(left));
    }

    /** Those of them that nobody else took over meanwhile, which are kept now. */
    private Suggestions keep(ClinicId clinic, Suggestions taken) {
        Suggestions[] left = {taken};
        if (!taken.providers().isEmpty() || !taken.visitTypes().isEmpty()) {
            ports.settings().change(clinic, kept -> {
                left[0] = taken.missingIn(kept);
                return left[0].joinedTo(kept);
            });
        }
        Suggestions settled = left[0];
        if (!taken.codes().isEmpty()) {
            ports.schedules().change(clinic, kept -> {
                left[0] = settled.missingIn(kept);
                return left[0].joinedTo(kept);
            });
        }
        return left[0];
    }

    private static ObjectNode shape(Suggestions suggestions) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        ArrayNode providers = shape.putArray("providers");
        for (Provider provider : suggestions.providers()) {
            ObjectNode each = providers
                    .addObject()
                    .put("id", provider.id().value())
                    .put("displayName", provider.displayName())
                    .put("bookable", provider.bookable());
            provider.specialty().ifPresent(words -> each.put("specialty", words));
        }
        ArrayNode types = shape.putArray("visitTypes");
        for (VisitType type : suggestions.visitTypes()) {
            types.addObject()
                    .put("emrType", type.emrType())
                    .put("code", type.code().value())
                    .put("minutes", type.length().toMinutes());
        }
        ArrayNode codes = shape.putArray("codes");
        for (ScheduleCode code : suggestions.codes()) {
            codes.addObject()
                    .put("code", code.code())
                    .put("description", code.description())
                    .put("notice", Words.word(code.notice()));
        }
        return shape;
    }
}
