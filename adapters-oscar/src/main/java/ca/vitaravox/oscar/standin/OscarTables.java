package ca.vitaravox.oscar.standin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the stand-in has in its database, open to tests and the demo. Thread-safe; what is put in is there for the next
 * request.
 */
public final class OscarTables {
    /** The number of the program named OSCAR, which every new patient has to be admitted to; it differs per clinic. */
    public static final int PROGRAM = 10034;

    private final Table<DemographicRow> demographics = new Table<>();
    private final Table<AppointmentRow> appointments = new Table<>();
    private final Table<TicklerRow> ticklers = new Table<>();
    private final List<ProviderRow> providers = new CopyOnWriteArrayList<>();
    private final List<AppointmentTypeRow> types = new CopyOnWriteArrayList<>();
    private final List<String> waitingLists = new CopyOnWriteArrayList<>();
    private final List<LoginRow> logins = new CopyOnWriteArrayList<>();
    private final Map<String, String> templates = new ConcurrentHashMap<>();
    private final Map<String, String> soapKeys = new ConcurrentHashMap<>();
    private final Set<LocalDate> holidays = ConcurrentHashMap.newKeySet();
    private final Map<String, ClientRow> clients = new ConcurrentHashMap<>();
    private final Map<String, AccessTokenRow> accessTokens = new ConcurrentHashMap<>();
    private final Map<String, RequestTokenRow> requestTokens = new ConcurrentHashMap<>();

    OscarTables() {}

    /** The charts. */
    public Table<DemographicRow> demographics() {
        return demographics;
    }

    /** The appointments, blocks and cancelled ones included. */
    public Table<AppointmentRow> appointments() {
        return appointments;
    }

    /** The messages to staff. */
    public Table<TicklerRow> ticklers() {
        return ticklers;
    }

    /** The active providers. */
    public List<ProviderRow> providers() {
        return providers;
    }

    /** The provider of a number; empty for null too. */
    Optional<ProviderRow> provider(String number) {
        return providers.stream().filter(row -> row.number().equals(number)).findFirst();
    }

    /** The appointment types. */
    public List<AppointmentTypeRow> types() {
        return types;
    }

    /** The names of the waiting lists. */
    public List<String> waitingLists() {
        return waitingLists;
    }

    /** Who can log in on the page on which access is allowed. */
    public List<LoginRow> logins() {
        return logins;
    }

    /** The registered clients by key. */
    public Map<String, ClientRow> clients() {
        return clients;
    }

    /** The access tokens by their public part; a token that is missing here was deleted. */
    public Map<String, AccessTokenRow> accessTokens() {
        return accessTokens;
    }

    /** The days that are marked as holidays. */
    public Set<LocalDate> holidays() {
        return holidays;
    }

    /** The template that a provider works by on a day. */
    Optional<String> template(String provider, LocalDate day) {
        return Optional.ofNullable(templates.get(provider + " " + day));
    }

    void setTemplate(String provider, LocalDate day, String codes) {
        templates.put(provider + " " + day, codes);
    }

    /** What stands for the password of each SOAP log-in, by security id. */
    Map<String, String> soapKeys() {
        return soapKeys;
    }

    Map<String, RequestTokenRow> requestTokens() {
        return requestTokens;
    }
}
