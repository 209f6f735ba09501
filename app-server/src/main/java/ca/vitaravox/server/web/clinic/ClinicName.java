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

    /** The parts of its set-up that somebody may see, in the order in which they are set up. */
    public List<String> parts(View view) {
        return Stream.of("set-up", "hours")
                .filter(part -> view.may("GET /api/admin/clinics/{clinic}/" + part))
                .toList();
    }

    /** What goes on there, as far as somebody may see it. */
    public List<String> day(View view) {
        return Stream.of("tasks", "waitlist")
                .filter(part -> view.may("GET /api/admin/clinics/{clinic}/" + part))
                .toList();
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
