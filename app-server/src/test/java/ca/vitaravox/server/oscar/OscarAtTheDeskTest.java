package ca.vitaravox.server.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.Reception;
import ca.vitaravox.oscar.Oscar;
import ca.vitaravox.oscar.OscarSettings;
import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.booking.Zones;
import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.standin.AccessTokenRow;
import ca.vitaravox.oscar.standin.ClientRow;
import ca.vitaravox.oscar.standin.DemographicColumn;
import ca.vitaravox.oscar.standin.DemographicRow;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.oscar.standin.OscarTables;
import ca.vitaravox.oscar.standin.ProviderRow;
import ca.vitaravox.oscar.standin.StandInOscar;
import ca.vitaravox.oscar.standin.StandInSettings;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.booking.BookableSlot;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.patient.LookupResult;
import ca.vitaravox.ports.patient.PatientLookup.ByPhone;
import ca.vitaravox.server.clinic.LibPhoneNumbers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a caller wants costs the clinic's OSCAR few requests, and ends in its day sheet. */
class OscarAtTheDeskTest {
    private static final Logger LOG = LoggerFactory.getLogger(OscarAtTheDeskTest.class);
    private static final String CALL = "call";
    private static final OAuthCredentials CREDENTIALS = new OAuthCredentials("key", "secret", "token", "token-secret");

    private final Reception reception = new Reception();
    private StandInOscar server;
    private FrontDesk desk;

    private void start(Line line) {
        server = StandInOscar.start(new StandInSettings(
                line,
                Reception.ZONE,
                reception.now::get,
                () -> UUID.randomUUID().toString(),
                0));
        OscarTables tables = server.tables();
        tables.clients().put("key", new ClientRow("key", "secret", "https://us.example", -1));
        tables.accessTokens()
                .put("token", new AccessTokenRow("token", "token-secret", "key", "900", -1, reception.now.get()));
        tables.providers().add(us());
        tables.demographics().put(1, castellan(1, "Robin", "1985-03-15"));
        tables.demographics().put(2, castellan(2, "Noa", "2016-07-02"));
        Oscar oscar = Oscar.connect(
                new OscarSettings(
                        Reception.CLINIC,
                        OscarAddress.of(server.baseUrl()),
                        CREDENTIALS,
                        new Zones(Reception.ZONE, Reception.ZONE),
                        Duration.ofMinutes(45),
                        Optional.empty()),
                new OscarMeans(
                        OnceOnly.client(Duration.ofSeconds(20)),
                        reception.now::get,
                        Fresh::hex,
                        Duration.ofSeconds(20)),
                new LibPhoneNumbers());
        desk = reception.desk(new FrontDesk.Emr(oscar.charts(), oscar.appointments(), reception.emr));
    }

    private ProviderRow us() {
        return new ProviderRow(
                "900",
                "Integration",
                "Voice",
                "receptionist",
                "F",
                "",
                "",
                "",
                "",
                Map.of("_appointment", 'w', "_demographic", 'w'),
                reception.now.get());
    }

    private DemographicRow castellan(int number, String firstName, String born) {
        Map<DemographicColumn, String> columns = DemographicRow.columns("Castellan", firstName, LocalDate.parse(born));
        columns.put(DemographicColumn.PHONE, "604-555-0142");
        return new DemographicRow(number, columns, OscarTables.PROGRAM, reception.now.get(), "999998");
    }

    @AfterEach
    void close() {
        server.close();
    }

    private <T> T costing(int most, String what, Callable<T> asked) throws Exception {
        server.requests().forget();
        T answer = asked.call();
        LOG.info("EMR requests: {} for {}", server.requests().total(), what);
        assertTrue(
                server.requests().total() <= most,
                what + " cost " + server.requests().total());
        return answer;
    }

    private LookupResult lookup() {
        return desk.patientLookup()
                .byPhone(
                        reception.call(CALL),
                        new ByPhone(
                                Optional.empty(),
                                Optional.of("Robin"),
                                Optional.of(LocalDate.parse("1985-03-15")),
                                Optional.empty(),
                                Relationship.SELF));
    }

    private List<BookableSlot> search() {
        OpeningSearch.Result found = desk.openingSearch().find(reception.call(CALL), Reception.anything());
        return assertInstanceOf(OpeningSearch.Result.Offered.class, found).slots();
    }

    private Booking.Result book(BookableSlot slot) {
        return desk.booking()
                .book(reception.call(CALL), new Booking.Command(slot.id(), Reception.ROBIN, Optional.empty(), false));
    }

    private Cancellation.Result cancel(PatientAppointment appointment) {
        return desk.cancellation()
                .cancel(reception.call(CALL), new Cancellation.Command(appointment.id(), true, Optional.empty()));
    }

    /**
     * A lookup by one number; a month of each of two providers, and its last day; the patient's own appointments, the day,
     * the booking and the day again; and what is cancelled, before, the cancellation, and after.
     */
    @ParameterizedTest
    @EnumSource
    void what_a_caller_asks_for_costs_few_requests(Line line) throws Exception {
        start(line);
        lookup();
        assertInstanceOf(LookupResult.Identified.class, costing(1, "a lookup by one number", this::lookup));
        costing(4, "a cold search of two providers", this::search);
        List<BookableSlot> slots = costing(0, "a warm search", this::search);
        Booking.Result booked = costing(4, "a booking", () -> book(slots.get(0)));
        PatientAppointment appointment =
                assertInstanceOf(Booking.Result.Booked.class, booked).appointment();
        assertEquals(1, server.tables().appointments().all().size());
        Cancellation.Result cancelled = costing(3, "a cancellation", () -> cancel(appointment));
        assertInstanceOf(Cancellation.Result.Cancelled.class, cancelled);
        assertTrue(server.tables().appointments().all().get(0).isCancelled());
    }

    /** The front desk takes the time between our reading and our writing. */
    @ParameterizedTest
    @EnumSource
    void what_the_front_desk_booked_meanwhile_is_not_booked_over(Line line) {
        start(line);
        lookup();
        BookableSlot slot = search().get(0);
        server.staff()
                .book(slot.provider().id().value(), slot.start().toLocalDateTime(), Duration.ofMinutes(15), 2, "");
        assertInstanceOf(Booking.Result.SlotTaken.class, book(slot));
        assertEquals(
                1,
                server.tables().appointments().all().stream()
                        .filter(row -> !row.isCancelled())
                        .count());
    }
}
