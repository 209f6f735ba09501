package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.SoapDesk.SoapOperation;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Templates and their codes over SOAP (measured): characters as numbers, and slots on holidays too. */
final class SoapSchedules {
    private static final int MINUTES_OF_A_DAY = 1440;
    private static final int DATE = "2026-11-24".length();

    private final Office office;

    SoapSchedules(Office office) {
        this.office = office;
    }

    Map<String, SoapOperation> operations() {
        return Map.of("getDayWorkSchedule", this::day, "getScheduleTemplateCodes", this::codes);
    }

    private List<String> day(SoapRequest request) {
        LocalDate day = LocalDate.parse(request.argument(1).substring(0, DATE));
        Optional<String> template = office.tables().template(request.argument(0), day);
        return template.map(codes -> List.of(day(day, codes))).orElse(List.of());
    }

    private String day(LocalDate day, String template) {
        int minutes = MINUTES_OF_A_DAY / template.length();
        StringBuilder xml =
                new StringBuilder("<holiday>" + office.tables().holidays().contains(day) + "</holiday>");
        xml.append("<timeSlotDurationMin>").append(minutes).append("</timeSlotDurationMin>");
        for (int slot = 0; slot < template.length(); slot++) {
            if (template.charAt(slot) != '_') {
                LocalDateTime start = day.atStartOfDay().plusMinutes((long) slot * minutes);
                xml.append("<timeSlots><date>")
                        .append(office.time().xml(office.time().millis(start)))
                        .append("</date><scheduleCode>")
                        .append((int) template.charAt(slot))
                        .append("</scheduleCode></timeSlots>");
            }
        }
        return xml.toString();
    }

    private List<String> codes(SoapRequest request) {
        List<String> codes = new ArrayList<>();
        for (JsonNode code : Json.stock("codes")) {
            codes.add("<bookinglimit>" + code.path("bookinglimit").asInt() + "</bookinglimit><code>"
                    + (int) code.path("code").asText().charAt(0) + "</code><confirm>"
                    + code.path("confirm").asText() + "</confirm><description>"
                    + code.path("description").asText() + "</description><duration>"
                    + code.path("duration").asText() + "</duration>");
        }
        return codes;
    }
}
