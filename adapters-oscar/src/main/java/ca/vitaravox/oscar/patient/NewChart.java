package ca.vitaravox.oscar.patient;

import ca.vitaravox.oscar.rest.OscarJson;
import ca.vitaravox.oscar.rest.OscarRequest;
import ca.vitaravox.ports.patient.HealthCard;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PostalAddress;
import ca.vitaravox.ports.patient.Sex;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A chart to be made, in those fields alone that all OSCARs know: they fail at any other. The date of birth goes as three
 * texts with leading zeros, any other form is lost; an address is left out or whole, never null. There is no field for a
 * mobile number that OSCAR would keep, so the one number a patient gave is the main one, which can be searched too.
 */
final class NewChart {
    private static final Map<Sex, String> SEXES =
            Map.of(Sex.FEMALE, "F", Sex.MALE, "M", Sex.OTHER, "O", Sex.UNDISCLOSED, "U");

    private final NewPatient patient;

    NewChart(NewPatient patient) {
        this.patient = patient;
    }

    /** Whether OSCAR's tables can hold it; their characters are those of the Basic Multilingual Plane. */
    boolean fits() {
        return Stream.concat(
                        Stream.of(patient.name().first(), patient.name().last()),
                        patient.address().stream().flatMap(home -> Stream.of(home.street(), home.city())))
                .flatMapToInt(String::codePoints)
                .allMatch(Character::isBmpCodePoint);
    }

    OscarRequest request(int program) {
        ObjectNode chart = OscarJson.object()
                .put("lastName", patient.name().last())
                .put("firstName", patient.name().first())
                .put("sex", SEXES.get(patient.sex()))
                .put("dobYear", "%04d".formatted(patient.birthDate().getYear()))
                .put("dobMonth", "%02d".formatted(patient.birthDate().getMonthValue()))
                .put("dobDay", "%02d".formatted(patient.birthDate().getDayOfMonth()))
                .put("phone", PhoneTerm.typed(patient.phone()))
                .put("patientStatus", "AC")
                .put("admissionProgramId", program);
        patient.email().ifPresent(email -> chart.put("email", email.value()));
        patient.healthCard().ifPresent(card -> put(chart, card));
        patient.address().ifPresent(home -> chart.set("address", address(home)));
        return OscarRequest.post("/demographics", chart);
    }

    private static void put(ObjectNode chart, HealthCard card) {
        chart.put("hin", card.number().number());
        card.number().version().ifPresent(version -> chart.put("ver", version));
        card.province().ifPresent(province -> chart.put("hcType", province.name()));
    }

    private static ObjectNode address(PostalAddress home) {
        return OscarJson.object()
                .put("address", home.street())
                .put("city", home.city())
                .put("province", home.province().name())
                .put("postal", home.postalCode().value());
    }
}
