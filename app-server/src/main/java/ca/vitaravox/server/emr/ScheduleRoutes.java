package ca.vitaravox.server.emr;

import ca.vitaravox.ports.booking.EmrSchedules;
import ca.vitaravox.ports.booking.EmrSchedules.EmrSchedule;
import ca.vitaravox.ports.booking.ScheduleCode;
import ca.vitaravox.ports.booking.ScheduleCode.Notice;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.access.Visit;
import ca.vitaravox.server.access.Words;
import ca.vitaravox.server.audit.Setting;
import ca.vitaravox.server.audit.SettingChanges;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a clinic makes of its OSCAR's own schedule. */
public final class ScheduleRoutes {
    private static final String EMR = "/api/admin/clinics/{clinic}/emr";

    private final OscarPlaces places;
    private final EmrSchedules schedules;
    private final ClinicDirectory clinics;
    private final SettingChanges changes;

    ScheduleRoutes(OscarPlaces places, EmrSchedules schedules, ClinicDirectory clinics, SettingChanges changes) {
        this.places = places;
        this.schedules = schedules;
        this.clinics = clinics;
        this.changes = changes;
    }

    List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, EMR + "/schedule", this::show),
                new Route(HandlerType.PUT, EMR + "/schedule", this::put));
    }

    private void show(Visit visit) {
        visit.show(shape(schedules.schedule(visit.clinic())));
    }

    private void put(Visit visit) {
        ClinicId clinic = visit.clinic();
        Clinic its = clinics.clinic(clinic);
        EmrSchedule wanted = visit.read(body -> body.made(
                "codes",
                () -> new EmrSchedule(
                        body.flag("inUse"), body.objects("codes", ScheduleCode.MOST, code -> code(code, its)))));
        if (wanted.inUse() && places.of(clinic).secrets().soap().isEmpty()) {
            throw Problem.of(409, "NO_SOAP_LOGIN", "Enter a user name and password for SOAP first.");
        }
        changes.put(
                visit,
                new Setting<EmrSchedule>(
                        "emr/schedule", change -> schedules.change(clinic, change), kept -> Optional.of(shape(kept))),
                kept -> wanted);
    }

    private static ScheduleCode code(Body body, Clinic clinic) {
        String code = body.text("code");
        String description = body.someText("description").orElse("");
        Notice notice = body.constant("notice", Notice.class);
        List<VisitTypeCode> types = body.values("visitTypes", text -> type(text, clinic));
        return body.made("code", () -> new ScheduleCode(code, description, notice, Set.copyOf(types)));
    }

    private static VisitTypeCode type(String text, Clinic clinic) {
        VisitTypeCode code = new VisitTypeCode(text);
        if (clinic.visitType(code).isEmpty()) {
            throw new IllegalArgumentException("is no visit type of the clinic");
        }
        return code;
    }

    static ObjectNode shape(EmrSchedule schedule) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode().put("inUse", schedule.inUse());
        ArrayNode codes = shape.putArray("codes");
        for (ScheduleCode code : schedule.codes()) {
            ObjectNode each = codes.addObject()
                    .put("code", code.code())
                    .put("description", code.description())
                    .put("notice", Words.word(code.notice()));
            ArrayNode types = each.putArray("visitTypes");
            code.visitTypes().stream().map(VisitTypeCode::value).sorted().forEach(types::add);
        }
        return shape;
    }
}
