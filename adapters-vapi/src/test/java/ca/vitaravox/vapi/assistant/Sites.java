package ca.vitaravox.vapi.assistant;

import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A clinic whose assistants are looked at. */
public final class Sites {
    public static final ClinicId HARBOURVIEW = new ClinicId("harbourview");
    public static final PhoneNumber NUMBER = new PhoneNumber("+16045550101");
    public static final String CREDENTIAL = "550e8400-e29b-41d4-a716-446655440000";
    public static final Behind BEHIND =
            new Behind(URI.create("https://voice.clinic-gateway.example/vapi/webhook"), CREDENTIAL);

    private Sites() {}

    public static Clinic clinic(String name, Optional<String> greeting, Language... languages) {
        VisitTypeCode checkup = new VisitTypeCode("checkup");
        return new Clinic(
                HARBOURVIEW,
                name,
                new PhoneNumber("+16045550199"),
                "1 Test Street",
                ZoneId.of("America/Vancouver"),
                List.of(languages),
                true,
                true,
                greeting,
                Map.of(),
                List.of(),
                List.of(
                        provider("1", "Doctor Mara Wexford", true),
                        provider("2", "Docteure Élodie Côté-Gagnon", true),
                        provider("3", "Doctor Hidden Away", false)),
                List.of(new VisitType(checkup, Duration.ofMinutes(15), Map.of(), Set.of(), "CHECKUP")),
                checkup,
                BookingPolicy.USUAL);
    }

    public static Clinic clinic(Language... languages) {
        return clinic("Harbourview Family Clinic", Optional.empty(), languages);
    }

    public static Line line(Language language, Optional<String> assistant) {
        return new Line(HARBOURVIEW, NUMBER, Optional.of("3f0d7c1a"), assistant, language);
    }

    private static Provider provider(String id, String name, boolean bookable) {
        return new Provider(new ProviderId(id), name, Optional.empty(), true, bookable);
    }
}
