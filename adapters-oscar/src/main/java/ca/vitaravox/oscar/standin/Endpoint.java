package ca.vitaravox.oscar.standin;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every call that the stand-in knows, so that tests can count it and make it fail. Paths begin after the context
 * ({@code /oscar}); a part in braces stands for any text without a slash.
 */
public enum Endpoint {
    /** Who the token acts as; the cheap health check. */
    CHECK_IF_AUTHED("GET", "/ws/services/status/checkIfAuthed"),
    /** Provider and roles of the token. */
    OAUTH_INFO("GET", "/ws/services/oauth/info"),
    /** Whether the token's provider has a right. */
    HAS_RIGHT("GET", "/ws/services/persona/hasRight"),

    /** Patients by name, ten at most. */
    QUICK_SEARCH("GET", "/ws/services/demographics/quickSearch"),
    /** Patients by phone, health number, birth date and more. */
    SEARCH("POST", "/ws/services/demographics/search"),
    /** A chart without its extras. */
    DEMOGRAPHIC_SUMMARY("GET", "/ws/services/demographics/summary/{id}"),
    /** A chart with its extras; Open-O only. */
    DEMOGRAPHIC_BASIC("GET", "/ws/services/demographics/basic/{id}"),
    /** A chart with everything. */
    DEMOGRAPHIC("GET", "/ws/services/demographics/{id}"),
    /** All charts: broken. */
    DEMOGRAPHICS("GET", "/ws/services/demographics"),
    /** A new chart. */
    CREATE_DEMOGRAPHIC("POST", "/ws/services/demographics"),
    /** Overwrites a chart, and destroys what the request leaves out. */
    UPDATE_DEMOGRAPHIC("PUT", "/ws/services/demographics"),
    /** Sets a chart's status to deleted. */
    DELETE_DEMOGRAPHIC("DELETE", "/ws/services/demographics/{id}"),
    /** Whether nobody else has a health number. */
    IS_UNIQUE_HC("GET", "/ws/services/patientDetailStatusService/isUniqueHC"),

    /** All active providers. */
    PROVIDERS("GET", "/ws/services/providerService/providers_json"),
    /** The token's provider. */
    PROVIDER_ME("GET", "/ws/services/providerService/provider/me"),
    /** One provider; asks for no authorization. */
    PROVIDER("GET", "/ws/services/providerService/provider/{id}"),
    /** Providers by name. */
    SEARCH_PROVIDERS("POST", "/ws/services/providerService/providers/search"),

    /** The day of the token's provider. */
    OWN_DAY("GET", "/ws/services/schedule/day/{date}"),
    /** The day of a provider. */
    DAY("GET", "/ws/services/schedule/{provider}/day/{date}"),
    /** A provider's month, of which the last day is missing. */
    MONTH("GET", "/ws/services/schedule/fetchMonthly/{provider}/{year}/{month}"),
    /** A provider's appointments in a range, without times. */
    PROVIDER_APPOINTMENTS("GET", "/ws/services/schedule/fetchProviderAppts/{provider}/{from}/{to}"),
    /** Several providers' days; broken in Open-O. */
    DAYS("GET", "/ws/services/schedule/fetchDays/{from}/{to}/{providers}"),
    /** How many appointments each provider has in a range. */
    APPOINTMENT_COUNTS("GET", "/ws/services/schedule/fetchProvidersApptsCount/{from}/{to}"),
    /** A patient's appointments, newest first. */
    HISTORY("POST", "/ws/services/schedule/{patient}/appointmentHistory"),
    /** The legend of appointment statuses. */
    STATUSES("GET", "/ws/services/schedule/statuses"),
    /** The appointment types. */
    TYPES("GET", "/ws/services/schedule/types"),
    /** The legend of template codes. */
    CODES("GET", "/ws/services/schedule/codes"),
    /** The list of reasons. */
    REASONS("GET", "/ws/services/schedule/reasons"),
    /** Settings of online booking, of which there are none; asks for no authorization. */
    SEARCH_CONFIGS("GET", "/ws/services/schedule/searchConfig/list"),
    /** One of those settings. */
    SEARCH_CONFIG("GET", "/ws/services/schedule/searchConfig/byProvider/{provider}"),

    /** Books, and checks nothing. */
    ADD("POST", "/ws/services/schedule/add"),
    /** Sets an appointment's status; C cancels. */
    UPDATE_STATUS("POST", "/ws/services/schedule/appointment/{id}/updateStatus"),
    /** Sets an appointment's type, for whoever has a token. */
    UPDATE_TYPE("POST", "/ws/services/schedule/appointment/{id}/updateType"),
    /** Sets an appointment's urgency, and then says that there is no such thing. */
    UPDATE_URGENCY("POST", "/ws/services/schedule/appointment/{id}/updateUrgency"),
    /** Always fails. */
    UPDATE_APPOINTMENT("POST", "/ws/services/schedule/updateAppointment"),
    /** Deletes the row. */
    DELETE_APPOINTMENT("POST", "/ws/services/schedule/deleteAppointment"),
    /** One appointment; in Open-O JSON with an XML fault behind it. */
    GET_APPOINTMENT("POST", "/ws/services/schedule/getAppointment"),

    /** A message to staff about a patient. */
    ADD_TICKLER("POST", "/ws/services/tickler/add"),
    /** The messages to the token's provider. */
    MY_TICKLERS("GET", "/ws/services/tickler/mine"),
    /** Messages by status: broken as soon as there are any. */
    SEARCH_TICKLERS("POST", "/ws/services/tickler/search"),
    /** The same, the other way: broken too. */
    TICKLERS("GET", "/ws/services/tickler/ticklers"),
    /** Phrases for messages. */
    TICKLER_SUGGESTIONS("GET", "/ws/services/tickler/textSuggestions"),
    /** Internal messages not read yet. */
    UNREAD_MESSAGES("GET", "/ws/services/messaging/unread"),

    /** Programs: none. */
    PROGRAMS("GET", "/ws/services/program/programList"),
    /** Who is admitted to the provider's program: where its number is found. */
    PROGRAM_PATIENTS("GET", "/ws/services/program/patientList"),

    /** A log-in over SOAP. */
    SOAP_LOGIN("POST", "/ws/LoginService"),
    /** Schedules over SOAP. */
    SOAP_SCHEDULE("POST", "/ws/ScheduleService"),
    /** Patients over SOAP. */
    SOAP_DEMOGRAPHIC("POST", "/ws/DemographicService"),

    /** A request token. */
    INITIATE("POST", "/ws/oauth/initiate"),
    /** The page on which a provider allows it. */
    AUTHORIZE_PAGE("GET", "/ws/oauth/authorize"),
    /** The provider's log-in on that page. */
    LOGIN("POST", "/login.do"),
    /** The provider's consent. */
    AUTHORIZE("POST", "/ws/oauth/authorize"),
    /** The access token for an allowed request token. */
    TOKEN("POST", "/ws/oauth/token");

    private final String method;
    private final List<String> path;

    Endpoint(String method, String path) {
        this.method = method;
        this.path = List.of(path.substring(1).split("/"));
    }

    /** The endpoints of a path, by their verbs; empty if there are none. */
    static List<Endpoint> of(String path) {
        List<String> parts = parts(path);
        List<Endpoint> all = Arrays.stream(values())
                .filter(endpoint -> endpoint.values(parts).isPresent())
                .toList();
        Optional<Endpoint> first = all.stream().findFirst();
        return all.stream()
                .filter(endpoint -> endpoint.path.equals(first.orElseThrow().path))
                .toList();
    }

    /** The endpoint among these that takes the verb; the handshake of classic takes GET and POST (read). */
    static Optional<Endpoint> taking(String method, Line line, List<Endpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint ->
                        endpoint.method.equals(method) || endpoint.takesGetToo(line) && method.equals("GET"))
                .findFirst();
    }

    /** What stands for the parts in braces. */
    Map<String, String> pathValues(String asked) {
        return values(parts(asked)).orElseThrow();
    }

    /** Whether requests must have a JSON body; measured: one without, or with another type, is a 415. */
    boolean takesJson() {
        return method.equals("PUT") || method.equals("POST") && isService() && this != HISTORY;
    }

    /** Whether it belongs to the services that OAuth guards. */
    boolean isService() {
        return path.size() > 1 && path.get(1).equals("services");
    }

    /** Whether its line has it. */
    boolean isIn(Line line) {
        return this != DEMOGRAPHIC_BASIC || !line.isClassic();
    }

    private boolean takesGetToo(Line line) {
        return line.isClassic() && (this == INITIATE || this == TOKEN);
    }

    private Optional<Map<String, String>> values(List<String> asked) {
        if (asked.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int at = 0; at < path.size(); at++) {
            String part = path.get(at);
            if (part.startsWith("{")) {
                values.put(part.substring(1, part.length() - 1), asked.get(at));
            } else if (!part.equals(asked.get(at))) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    private static List<String> parts(String path) {
        return Stream.of(path.split("/")).filter(part -> !part.isEmpty()).toList();
    }
}
