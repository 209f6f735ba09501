package ca.vitaravox.server.web.clinic;

import ca.vitaravox.server.access.PageVisit;

/** How things stand in a clinic while a page is shown; the page looks now and then whether they still do. */
public final class Pulse {
    private Pulse() {}

    /** The name of how something stands: {@code tasks}, {@code waitlist} or {@code calls}. */
    public static String of(PageVisit visit, String what) {
        return visit.ask("GET /api/admin/clinics/{clinic}/pulse")
                .answer()
                .body()
                .path(what)
                .path("state")
                .asText();
    }
}
