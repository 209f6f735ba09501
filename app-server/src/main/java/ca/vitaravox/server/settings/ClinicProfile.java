package ca.vitaravox.server.settings;

import ca.vitaravox.ports.clinic.BookingPolicy;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.time.Zones;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profile of a clinic as JSON: what it is called, where it is, what it speaks, and its rules for callers. */
final class ClinicProfile {
    private static final int LONGEST_NOTICE = 60 * 24 * 365;

    private ClinicProfile() {}

    static ObjectNode shape(Clinic clinic) {
        ObjectNode profile = JsonNodeFactory.instance
                .objectNode()
                .put("id", clinic.id().value())
                .put("name", clinic.name())
                .put("phone", clinic.phone().e164())
                .put("address", clinic.address())
                .put("timezone", clinic.zone().getId());
        clinic.languages().stream().map(Language::code).forEach(profile.putArray("languages")::add);
        clinic.greeting().ifPresent(greeting -> profile.put("greeting", greeting));
        profile.put("acceptingNewPatients", clinic.acceptingNewPatients())
                .put("waitlistEnabled", clinic.waitlistEnabled())
                .put("transcriptsKept", clinic.keepsTranscripts())
                .put("defaultVisitType", clinic.defaultVisitType().value());
        BookingPolicy policy = clinic.policy();
        profile.putObject("policy")
                .put("gridMinutes", policy.gridMinutes())
                .put("minimumNoticeMinutes", policy.minimumNotice().toMinutes())
                .put("changeNoticeMinutes", policy.changeNotice().toMinutes())
                .put("horizonDays", policy.horizonDays())
                .put("futureAppointmentsPerPatient", policy.futureAppointmentsPerPatient());
        return profile;
    }

    /**
     * A profile that was sent.
     *
     * @param id whose it says it is
     * @param clinic a clinic that has this profile and the usual visit types, and nothing else
     * @param first the default visit type, if it says one
     */
    record Sent(Optional<String> id, Clinic clinic, Optional<VisitTypeCode> first) {
        /** The clinic under this profile. */
        Clinic of(Clinic kept) {
            if (!id.orElse(kept.id().value()).equals(kept.id().value())) {
                throw Problem.field("id", "is not the one in the path; ids do not change");
            }
            VisitTypeCode usual = first.orElse(kept.defaultVisitType());
            if (kept.visitType(usual).isEmpty()) {
                throw Problem.field("defaultVisitType", "is none of the clinic's visit types");
            }
            return new Clinic(
                    kept.id(),
                    clinic.name(),
                    clinic.phone(),
                    clinic.address(),
                    clinic.zone(),
                    clinic.languages(),
                    clinic.acceptingNewPatients(),
                    clinic.waitlistEnabled(),
                    clinic.greeting(),
                    kept.hours(),
                    kept.closures(),
                    kept.providers(),
                    kept.visitTypes(),
                    usual,
                    clinic.policy(),
                    kept.holidays(),
                    clinic.keepsTranscripts());
        }
    }

    static Sent read(Body body) {
        Optional<String> id = body.someText("id");
        Optional<VisitTypeCode> first = body.someValue("defaultVisitType", VisitTypeCode::new);
        return new Sent(id, clinic(body, new ClinicId("any")), first);
    }

    /** A new clinic: closed at all times, without providers or numbers, and with the usual visit types. */
    static Clinic readNew(Body body) {
        Clinic fresh = clinic(body, body.value("id", ClinicId::new));
        return new Sent(Optional.empty(), fresh, body.someValue("defaultVisitType", VisitTypeCode::new)).of(fresh);
    }

    private static Clinic clinic(Body body, ClinicId id) {
        String name = body.line("name", Clinic.LONGEST_LINE);
        PhoneNumber phone = body.value("phone", PhoneNumber::new);
        String address = body.line("address", Clinic.LONGEST_LINE);
        ZoneId zone = body.value("timezone", Zones::named);
        List<Language> languages = body.values("languages", ClinicProfile::language);
        boolean accepting = body.flag("acceptingNewPatients");
        boolean waitlist = body.flag("waitlistEnabled");
        boolean transcripts = body.someFlag("transcriptsKept").orElse(false);
        Optional<String> greeting = body.someLine("greeting", Clinic.LONGEST_GREETING);
        BookingPolicy policy = policy(body, body.object("policy"));
        return body.made(
                "languages",
                () -> new Clinic(
                        id,
                        name,
                        phone,
                        address,
                        zone,
                        languages,
                        accepting,
                        waitlist,
                        greeting,
                        Map.of(),
                        List.of(),
                        List.of(),
                        UsualVisitTypes.ALL,
                        UsualVisitTypes.CHECKUP,
                        policy,
                        Optional.empty(),
                        transcripts));
    }

    private static BookingPolicy policy(Body body, Body rules) {
        int grid = rules.number("gridMinutes", 1, 60);
        Duration minimum = Duration.ofMinutes(rules.number("minimumNoticeMinutes", 0, LONGEST_NOTICE));
        Duration change = Duration.ofMinutes(rules.number("changeNoticeMinutes", 0, LONGEST_NOTICE));
        int horizon = rules.number("horizonDays", 1, 365);
        int appointments = rules.number("futureAppointmentsPerPatient", 1, 100);
        return body.made("policy", () -> new BookingPolicy(grid, minimum, change, horizon, appointments));
    }

    static Language language(String code) {
        return Language.of(code)
                .filter(language -> language.code().equals(code))
                .orElseThrow(() -> new IllegalArgumentException("is none of en, fr, zh"));
    }
}
