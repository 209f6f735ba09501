package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What can be done to an appointment once it is booked, which does not include moving it (measured). */
final class AppointmentChanges {
    private static final String OBJECT = "_appointment";

    private final Office office;
    private final AppointmentJson json;

    AppointmentChanges(Office office) {
        this.office = office;
        this.json = new AppointmentJson(office);
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(
                Endpoint.UPDATE_STATUS, this::updateStatus,
                Endpoint.UPDATE_TYPE, this::updateType,
                Endpoint.UPDATE_URGENCY, this::updateUrgency,
                Endpoint.UPDATE_APPOINTMENT, this::updateAppointment,
                Endpoint.DELETE_APPOINTMENT, this::delete,
                Endpoint.GET_APPOINTMENT, this::get);
    }

    /** Any text is a status; as often as one likes; and nobody is named as having changed it. */
    private Reply updateStatus(Call call) {
        onlyWith(Set.of("status"), call);
        office.callerWho('w', OBJECT, call);
        String status = call.text("status");
        return changed(call, row -> row.withStatus(status, office.time().now()));
    }

    /** No right is asked for. */
    private Reply updateType(Call call) {
        onlyWith(Set.of("type"), call);
        office.caller(call);
        return changed(
                call,
                row -> row.with(
                        row.details().ofType(call.text("type")), office.time().now()));
    }

    /** It has no verb in OSCAR's source, so CXF runs it while it looks for the rest of the path, and finds nothing. */
    private Reply updateUrgency(Call call) {
        onlyWith(Set.of("urgency"), call);
        office.caller(call);
        changed(
                call,
                row -> row.with(
                        row.details().ofUrgency(call.text("urgency")),
                        office.time().now()));
        return Reply.empty(404);
    }

    /** The answer has the new value as it was sent, and the old time of change; the table cuts the value. */
    private Reply changed(Call call, UnaryOperator<AppointmentRow> change) {
        AppointmentRow before = office.tables()
                .appointments()
                .change(call.number("id"), row -> change.apply(row).stored())
                .orElseThrow(office::broken);
        ObjectNode shown = json.read(change.apply(before))
                .put("updateDateTime", OscarTime.stored(before.changes().updated()));
        return office.replies().json(Json.scheduling("appointment", shown));
    }

    private Reply updateAppointment(Call call) {
        throw office.broken();
    }

    private Reply delete(Call call) {
        office.callerWho('d', OBJECT, call);
        office.tables().appointments().delete(call.body().path("id").asInt());
        return Reply.empty(200);
    }

    /** Open-O breaks while it writes the patient's family physician, after most of the answer. */
    private Reply get(Call call) {
        office.callerWho('r', OBJECT, call);
        AppointmentRow row = office.tables()
                .appointments()
                .find(call.body().path("id").asInt())
                .orElseThrow(office::broken);
        ObjectNode shown = json.read(row);
        if (office.line().isClassic()) {
            return office.replies().json(Json.scheduling("appointment", shown));
        }
        ObjectNode entity = new DemographicEntityJson(office).of(row.patient());
        if (entity == null) {
            return office.replies().json(Json.scheduling("appointment", shown));
        }
        shown.remove(List.of("provider", "billingDetail"));
        return office.replies()
                .jsonThenFault(
                        Json.object().set("appointment", shown.set("demographic", entity)),
                        DemographicEntityJson.FAULT);
    }

    private void onlyWith(Set<String> fields, Call call) {
        if (!call.body().properties().stream().allMatch(field -> fields.contains(field.getKey()))) {
            throw new Refused(office.replies().unreadable());
        }
    }
}
