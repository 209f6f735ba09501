package ca.vitaravox.server.settings;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.server.access.Body;
import ca.vitaravox.server.access.Route;
import ca.vitaravox.server.audit.AdminTrail;
import ca.vitaravox.server.audit.SettingChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** All that is set up for clinics within their own room. */
public final class ClinicSettingsApi {
    private static final ClinicDocument.Form PROFILE =
            new ClinicDocument.Form("profile", "", ClinicProfile::shape, ClinicSettingsApi::profile);

    private ClinicSettingsApi() {}

    private static UnaryOperator<Clinic> profile(Body body) {
        ClinicProfile.Sent sent = ClinicProfile.read(body);
        return sent::of;
    }

    /** The routes. */
    public static List<Route> routes(ClinicPorts clinics, AdminTrail trail) {
        SettingChanges changes = new SettingChanges(trail);
        List<Route> routes = new ArrayList<>(new ClinicRoutes(clinics, trail).routes());
        for (ClinicDocument.Form form : List.of(PROFILE, Hours.FORM, DaysOff.FORM)) {
            routes.addAll(new ClinicDocument(clinics.settings(), changes, form).routes());
        }
        routes.addAll(new ClinicItems<>(clinics.settings(), changes, Providers.FORM).routes());
        routes.addAll(new ClinicItems<>(clinics.settings(), changes, VisitTypes.FORM).routes());
        routes.addAll(new NumberRoutes(clinics.directory(), clinics.lines(), changes).routes());
        return routes;
    }
}
