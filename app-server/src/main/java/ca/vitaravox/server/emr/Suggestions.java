package ca.vitaravox.server.emr;

import ca.vitaravox.ports.booking.EmrListing.ListedCode;
import ca.vitaravox.ports.booking.EmrListing.ListedProvider;
import ca.vitaravox.ports.booking.EmrListing.ListedType;
import ca.vitaravox.ports.booking.EmrSchedules.EmrSchedule;
import ca.vitaravox.ports.booking.ScheduleCode;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Provider;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a clinic's EMR has and its settings have not, as it would be taken over: nobody bookable, no code with a visit type.
 * Whoever takes no appointments may be among the providers; the EMR does not tell.
 *
 * @param providers by the names to be spoken
 * @param visitTypes with the EMR's names
 * @param codes of the EMR's schedule
 */
record Suggestions(List<Provider> providers, List<VisitType> visitTypes, List<ScheduleCode> codes) {
    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_CODE = 37;

    static Suggestions of(
            Clinic clinic,
            EmrSchedule schedule,
            List<ListedProvider> providers,
            List<ListedType> types,
            List<ListedCode> codes) {
        Set<String> known = schedule.codes().stream().map(ScheduleCode::code).collect(Collectors.toSet());
        return new Suggestions(
                providers.stream()
                        .filter(each -> clinic.provider(each.id()).isEmpty())
                        .map(Suggestions::provider)
                        .toList(),
                visitTypes(clinic, types),
                codes.stream()
                        .filter(each -> !known.contains(each.code()))
                        .map(each -> new ScheduleCode(
                                each.code(),
                                cut(each.description(), ScheduleCode.LONGEST_DESCRIPTION),
                                each.notice(),
                                Set.of()))
                        .toList());
    }

    /** The same without providers and visit types that these settings have by now. */
    Suggestions missingIn(Clinic clinic) {
        return new Suggestions(
                providers.stream()
                        .filter(each -> clinic.provider(each.id()).isEmpty())
                        .toList(),
                visitTypes.stream()
                        .filter(each -> clinic.visitType(each.code()).isEmpty())
                        .filter(each -> clinic.visitTypeOfEmr(each.emrType()).isEmpty())
                        .toList(),
                codes);
    }

    /** The same without codes that are settled by now. */
    Suggestions missingIn(EmrSchedule schedule) {
        Set<String> known = schedule.codes().stream().map(ScheduleCode::code).collect(Collectors.toSet());
        return new Suggestions(
                providers,
                visitTypes,
                codes.stream().filter(each -> !known.contains(each.code())).toList());
    }

    /** The settings with these providers and visit types too. */
    Clinic joinedTo(Clinic clinic) {
        return clinic.with(joined(clinic.providers(), providers)).offering(joined(clinic.visitTypes(), visitTypes));
    }

    /** What is settled, with these codes too. */
    EmrSchedule joinedTo(EmrSchedule schedule) {
        return new EmrSchedule(schedule.inUse(), joined(schedule.codes(), codes));
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Provider provider(ListedProvider listed) {
        String name = (listed.firstName() + " " + listed.lastName()).strip();
        return new Provider(
                listed.id(),
                cut(name.isEmpty() ? "Provider " + listed.id() : name, LONGEST_NAME),
                listed.specialty().map(words -> cut(words, LONGEST_NAME)),
                false,
                false);
    }

    private static List<VisitType> visitTypes(Clinic clinic, List<ListedType> types) {
        List<VisitType> suggested = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        clinic.visitTypes().forEach(each -> taken.add(each.code().value()));
        for (ListedType type : types) {
            if (clinic.visitTypeOfEmr(type.name()).isEmpty() && type.name().length() <= LONGEST_NAME) {
                suggested.add(new VisitType(code(type.name(), taken), length(type), Map.of(), Set.of(), type.name()));
            }
        }
        return suggested;
    }

    private static Duration length(ListedType type) {
        return type.length()
                .filter(length -> length.toMinutes() >= 5 && length.toMinutes() <= 240)
                .orElse(USUAL);
    }

    /** {@code Follow-up} is {@code follow_up}; a second one of the same words gets a number. */
    private static VisitTypeCode code(String name, Set<String> taken) {
        String words = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^[0-9_]+|_+$", "");
        String plain = cut(words.isEmpty() ? "visit" : words, LONGEST_CODE);
        String code = plain;
        for (int number = 2; !taken.add(code); number++) {
            code = plain + "_" + number;
        }
        return new VisitTypeCode(code);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
