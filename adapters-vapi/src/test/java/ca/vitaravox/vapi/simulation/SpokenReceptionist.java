package ca.vitaravox.vapi.simulation;

import ca.vitaravox.domain.simulation.Receptionist;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.patient.PatientId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Puts a question to the tools and understands their answer: code by code, what a model could make of it.
 *
 * @param line where it is asked
 */
record SpokenReceptionist(ToolLine line) {
    /** This one, as callers see it. */
    Receptionist receptionist() {
        return new Receptionist(new SpokenLookup(line), this::find, this::book, this::move, this::cancel, this::list);
    }

    private OpeningSearch.Result find(CallContext call, OpeningSearch.Query query) {
        ObjectNode arguments = ToolLine.arguments();
        query.visitType().ifPresent(type -> arguments.put("visit_type", type));
        query.provider().ifPresent(provider -> arguments.put("provider_id", provider.value()));
        query.patient().ifPresent(patient -> arguments.put("patient_id", patient.value()));
        query.moving().ifPresent(appointment -> arguments.put("appointment_id", appointment.value()));
        Heard heard = line.call("find_earliest_appointment", arguments);
        return switch (heard.code()) {
            case "" -> new OpeningSearch.Result.Offered(heard.slots("slots"), Optional.empty());
            case "NO_AVAILABILITY" -> new OpeningSearch.Result.Nothing(heard.slots("alternatives"));
            case "IDENTITY_NOT_VERIFIED" -> new OpeningSearch.Result.NotIdentified();
            case "APPOINTMENT_NOT_FOUND" -> new OpeningSearch.Result.AppointmentNotFound();
            case "EMR_UNAVAILABLE" -> new OpeningSearch.Result.EmrUnavailable();
            default -> throw heard.unexpected();
        };
    }

    private Booking.Result book(CallContext call, Booking.Command command) {
        Heard heard = line.call(
                "create_appointment",
                ToolLine.arguments()
                        .put("slot_id", command.slot().value())
                        .put("patient_id", command.patient().value())
                        .put("another", command.another()));
        return switch (heard.code()) {
            case "" -> new Booking.Result.Booked(heard.appointment("appointment"), heard.isAlready());
            case "SLOT_TAKEN" -> new Booking.Result.SlotTaken(heard.slots("alternatives"));
            case "NO_AVAILABILITY" -> new Booking.Result.NotForPatient(heard.slots("alternatives"));
            case "SLOT_UNKNOWN" -> new Booking.Result.SlotUnknown();
            case "SLOT_EXPIRED" -> new Booking.Result.SlotExpired();
            case "IDENTITY_NOT_VERIFIED" -> new Booking.Result.NotIdentified();
            case "ALREADY_BOOKED" -> alreadyBooked(heard);
            case "LIMIT_REACHED" ->
                new Booking.Result.LimitReached(heard.body().path("limit").asInt());
            case "OUTCOME_PENDING" -> new Booking.Result.Pending();
            case "EMR_UNAVAILABLE" -> new Booking.Result.EmrUnavailable();
            default -> throw heard.unexpected();
        };
    }

    /** Asked once too often, the caller is handed to a person and hears of no appointment: nothing came of the slot. */
    private static Booking.Result alreadyBooked(Heard heard) {
        return heard.has("appointment")
                ? new Booking.Result.AlreadyBooked(heard.appointment("appointment"))
                : new Booking.Result.SlotTaken(List.of());
    }

    private Moving.Result move(CallContext call, Moving.Command command) {
        Heard heard = line.call(
                "update_appointment",
                ToolLine.arguments()
                        .put("appointment_id", command.appointment().value())
                        .put("slot_id", command.slot().value())
                        .put("confirmed", command.confirmed()));
        return switch (heard.code()) {
            case "" ->
                new Moving.Result.Moved(
                        heard.appointment("appointment"), heard.appointment("previous"), heard.isAlready());
            case "APPOINTMENT_NOT_FOUND" -> new Moving.Result.AppointmentNotFound();
            case "IDENTITY_NOT_VERIFIED" -> new Moving.Result.NotVerified();
            case "APPOINTMENT_NOT_CHANGEABLE" -> new Moving.Result.NotChangeable();
            case "SLOT_UNKNOWN" -> new Moving.Result.SlotUnknown();
            case "SLOT_EXPIRED" -> new Moving.Result.SlotExpired();
            case "SLOT_TAKEN" -> new Moving.Result.SlotTaken(heard.slots("alternatives"));
            case "NO_AVAILABILITY" -> new Moving.Result.NotForPatient(heard.slots("alternatives"));
            case "OUTCOME_PENDING" -> new Moving.Result.Pending();
            case "EMR_UNAVAILABLE" -> new Moving.Result.EmrUnavailable();
            default -> throw heard.unexpected();
        };
    }

    private Cancellation.Result cancel(CallContext call, Cancellation.Command command) {
        Heard heard = line.call(
                "cancel_appointment",
                ToolLine.arguments()
                        .put("appointment_id", command.appointment().value())
                        .put("confirmed", command.confirmed()));
        return switch (heard.code()) {
            case "" -> new Cancellation.Result.Cancelled(heard.appointment("appointment"), heard.isAlready());
            case "APPOINTMENT_NOT_FOUND" -> new Cancellation.Result.AppointmentNotFound();
            case "IDENTITY_NOT_VERIFIED" -> new Cancellation.Result.NotVerified();
            case "APPOINTMENT_NOT_CHANGEABLE" -> new Cancellation.Result.NotChangeable();
            case "OUTCOME_PENDING" -> new Cancellation.Result.Pending();
            case "EMR_UNAVAILABLE" -> new Cancellation.Result.EmrUnavailable();
            default -> throw heard.unexpected();
        };
    }

    private AppointmentList.Result list(CallContext call, PatientId patient, boolean past) {
        Heard heard = line.call(
                "check_appointments",
                ToolLine.arguments().put("patient_id", patient.value()).put("include_past", past));
        return switch (heard.code()) {
            case "" ->
                new AppointmentList.Result.Listed(
                        heard.appointments(), heard.body().path("more").asBoolean());
            case "IDENTITY_NOT_VERIFIED" -> new AppointmentList.Result.NotVerified();
            case "EMR_UNAVAILABLE" -> new AppointmentList.Result.EmrUnavailable();
            default -> throw heard.unexpected();
        };
    }
}
