package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.PageVisit;
import ca.vitaravox.server.web.page.View;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * The clinic that a page is about.
 *
 * @param id the clinic
 * @param name as callers hear it
 * @param zone its clock
 */
public record ClinicName(String id, String name, ZoneId zone) {
    /** Weekdays as the interface names them. */
    public static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    /** The parts of its set-up, in the order in which they are set up, and the path of each one's route. */
    private static final List<Part> PARTS = List.of(
            new Part("set-up", "/set-up"),
            new Part("profile", ""),
            new Part("numbers", "/numbers"),
            new Part("hours", "/hours"),
            new Part("holidays", "/holidays"),
            new Part("providers", "/providers"),
            new Part("schedules", "/schedules"),
            new Part("visit-types", "/visit-types"),
            new Part("transfers", "/transfer-destinations"),
            new Part("emr", "/emr"),
            new Part("assistant", "/assistant"),
            new Part("webhook", "/webhook"));

    private record Part(String name, String route) {}

    /** The parts that somebody may see. */
    public List<String> parts(View view) {
        return PARTS.stream()
                .filter(part -> view.may("GET /api/admin/clinics/{clinic}" + part.route()))
                .map(Part::name)
                .toList();
    }

    /** What goes on there, as far as somebody may see it. */
    public List<String> day(View view) {
        return Stream.of("overview", "week", "calls", "tasks", "waitlist", "trials")
                .filter(part -> view.may("GET /api/admin/clinics/{clinic}/" + part))
                .toList();
    }

    /** Where a part is; the clinic itself for none. */
    public String path(String part) {
        return "/clinics/" + id + (part.isEmpty() ? "" : "/" + part);
    }

    /** The one in the path. */
    public static ClinicName of(PageVisit visit) {
        var profile = visit.ask("GET /api/admin/clinics/{clinic}").answer().body();
        return new ClinicName(
                profile.path("id").asText(),
                profile.path("name").asText(),
                ZoneId.of(profile.path("timezone").asText()));
    }
}
