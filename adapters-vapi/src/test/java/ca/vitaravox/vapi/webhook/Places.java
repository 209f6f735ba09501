package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.Line;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Two clinics and their lines. */
public final class Places implements ClinicDirectory {
    public static final String HARBOURVIEW_NUMBER = "+16045550101";
    public static final String HARBOURVIEW_LINE = "3f0d7c1a-9a44-4a57-9b9e-5a1f1c2d3e04";
    public static final String HARBOURVIEW_ASSISTANT = "b1a7c6de-2f43-4c1b-8f55-6d0c3e9a7b10";
    public static final String CEDAR_LANE_NUMBER = "+14165550120";
    public static final String CEDAR_LANE_LINE = "5b9e2d40-71c3-4f0a-9f3e-0c6d8e2a1f22";

    private final List<Line> lines = List.of(
            line("harbourview", HARBOURVIEW_NUMBER, HARBOURVIEW_LINE, HARBOURVIEW_ASSISTANT, Language.ENGLISH),
            line("cedar-lane", CEDAR_LANE_NUMBER, CEDAR_LANE_LINE, null, Language.FRENCH));
    private volatile boolean broken;

    public void breakDown() {
        broken = true;
    }

    @Override
    public Optional<Line> line(CalledLine called) {
        if (broken) {
            throw new IllegalStateException("the database is down, said patient Robin Castellan");
        }
        List<Line> named = lines.stream()
                .filter(line -> called.number().filter(line.number()::equals).isPresent()
                        || called.phoneNumberId().isPresent()
                                && line.phoneNumberId().equals(called.phoneNumberId())
                        || called.assistantId().isPresent()
                                && line.assistantId().equals(called.assistantId()))
                .toList();
        Set<ClinicId> clinics = named.stream().map(Line::clinic).collect(Collectors.toSet());
        return clinics.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    @Override
    public List<ClinicId> clinics() {
        return List.of();
    }

    @Override
    public List<Line> lines(ClinicId clinic) {
        return lines.stream().filter(line -> line.clinic().equals(clinic)).toList();
    }

    @Override
    public Clinic clinic(ClinicId id) {
        return switch (id.value()) {
            case "harbourview" ->
                clinic(id, "Harbourview Family Clinic", HARBOURVIEW_NUMBER, "America/Vancouver", Language.ENGLISH);
            case "cedar-lane" ->
                clinic(id, "Cedar Lane Medical", CEDAR_LANE_NUMBER, "America/Toronto", Language.FRENCH);
            default -> throw new NoSuchElementException();
        };
    }

    public static Clinic clinic(ClinicId id, String name, String phone, String zone, Language language) {
        VisitTypeCode checkup = new VisitTypeCode("checkup");
        return new Clinic(
                id,
                name,
                new PhoneNumber(phone),
                "1 Test Street",
                ZoneId.of(zone),
                List.of(language, Language.CHINESE),
                true,
                true,
                Optional.empty(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(new VisitType(checkup, Duration.ofMinutes(15), Map.of(), Set.of(), "CHECKUP")),
                checkup,
                BookingPolicy.USUAL);
    }

    private static Line line(String clinic, String number, String id, String assistant, Language language) {
        return new Line(
                new ClinicId(clinic),
                new PhoneNumber(number),
                Optional.of(id),
                Optional.ofNullable(assistant),
                language);
    }
}
