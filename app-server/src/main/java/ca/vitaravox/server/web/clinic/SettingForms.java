package ca.vitaravox.server.web.clinic;

import ca.vitaravox.ports.call.TransferReason;
import ca.vitaravox.server.web.page.Sent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;

/** What the forms of a clinic's settings become: the documents of the interface. */
final class SettingForms {
    private SettingForms() {}

    static ObjectNode profile(Sent sent) {
        return sent.texts("name", "phone", "address", "timezone", "greeting", "defaultVisitType")
                .ticked("languages")
                .flags("acceptingNewPatients", "waitlistEnabled", "transcriptsKept")
                .object(
                        "policy",
                        policy -> policy.numbers(
                                "gridMinutes",
                                "minimumNoticeMinutes",
                                "changeNoticeMinutes",
                                "horizonDays",
                                "futureAppointmentsPerPatient"))
                .made();
    }

    static ObjectNode newClinic(Sent sent) {
        return profile(sent.texts("id"));
    }

    static ObjectNode numbers(Sent sent) {
        return sent.rows(
                        "items",
                        List.of("number", "phoneNumberId", "assistantId"),
                        line -> line.texts("number", "language", "phoneNumberId", "assistantId"))
                .made();
    }

    static ObjectNode hours(Sent sent) {
        for (String day : ClinicName.DAYS) {
            sent.rows(day, List.of("open", "close"), stretch -> stretch.texts("open", "close"));
        }
        return sent.made();
    }

    static ObjectNode holidays(Sent sent) {
        return sent.texts("statutory")
                .rows(
                        "closures",
                        List.of("first", "last", "reason"),
                        closure -> closure.texts("first", "last", "from", "to", "reason", "providerId"))
                .made();
    }

    static ObjectNode provider(Sent sent) {
        return sent.texts("displayName", "specialty")
                .flags("acceptingNewPatients", "bookable")
                .object("visitTypes", types -> types.texts(types.names().toArray(String[]::new)))
                .made();
    }

    static ObjectNode visitType(Sent sent) {
        return sent.numbers("minutes", "minutesBefore", "minutesAfter")
                .object("names", names -> names.texts("en", "fr", "zh"))
                .lines("aliases")
                .texts("emrType")
                .made();
    }

    static ObjectNode schedule(Sent sent) {
        return sent.rows(
                        "shifts",
                        List.of("from", "to"),
                        shift -> shift.texts("day", "from", "to").ticked("visitTypes"))
                .made();
    }

    static ObjectNode emrSchedule(Sent sent) {
        return sent.flags("inUse")
                .rows(
                        "codes",
                        List.of("code"),
                        code -> code.texts("code", "description", "notice").ticked("visitTypes"))
                .made();
    }

    static ObjectNode transfers(Sent sent) {
        if (!sent.typed("usual/_how").equals("nobody")) {
            sent.object("usual", SettingForms::destination);
        }
        return sent.object(
                        "byReason",
                        reasons -> Arrays.stream(TransferReason.values())
                                .map(TransferReason::word)
                                .forEach(reason -> reason(reasons, reason)))
                .made();
    }

    private static void reason(Sent reasons, String reason) {
        switch (reasons.typed(reason + "/_how")) {
            case "nobody" -> reasons.made().putNull(reason);
            case "own" -> reasons.object(reason, SettingForms::destination);
            default -> {
                // as usual: nothing is said of it
            }
        }
    }

    private static void destination(Sent destination) {
        destination.texts("number", "label").flags("always");
    }
}
