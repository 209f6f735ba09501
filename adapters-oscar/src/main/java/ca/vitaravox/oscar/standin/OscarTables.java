package ca.vitaravox.oscar.standin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    Map<String, RequestTokenRow> requestTokens() {
        return requestTokens;
    }
}
