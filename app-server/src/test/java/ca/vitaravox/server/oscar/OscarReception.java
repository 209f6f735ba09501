package ca.vitaravox.server.oscar;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.Reception;
import ca.vitaravox.oscar.Oscar;
import ca.vitaravox.oscar.OscarSettings;
import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.booking.Zones;
import ca.vitaravox.oscar.bridge.Bridge;
import ca.vitaravox.oscar.bridge.BridgeServer;
import ca.vitaravox.oscar.bridge.BridgeSettings;
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
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.server.clinic.LibPhoneNumbers;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.vapi.UseCases;
import ca.vitaravox.vapi.VoiceTools;
import ca.vitaravox.vapi.tool.ToolSpec;
import ca.vitaravox.vapi.tool.Toolbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A reception in memory whose EMR is an OSCAR: a stand-in, and the adapter between them. Nothing works on by itself. */
final class OscarReception implements AutoCloseable {
    private static final OAuthCredentials CREDENTIALS = new OAuthCredentials("key", "secret", "token", "token-secret");

    private static final HttpClient HTTP = OnceOnly.client(Duration.ofSeconds(20));

    /** How the OSCAR is reached. */
    enum Way {
        DIRECT,
        BRIDGED
    }

    final Reception reception = new Reception();
    private Optional<BridgeServer> bridge = Optional.empty();
    final StandInOscar server;
    final FrontDesk desk;
    final Toolbox toolbox;

    OscarReception(Line line) {
        this(line, Way.DIRECT);
    }

    OscarReception(Line line, Way way) {
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
        OscarMeans means = new OscarMeans(HTTP, reception.now::get, Fresh::hex, Duration.ofSeconds(20));
        Oscar oscar = Oscar.connect(
                new OscarSettings(
                        Reception.CLINIC,
                        OscarAddress.of(server.baseUrl()),
                        CREDENTIALS,
                        new Zones(Reception.ZONE, Reception.ZONE),
                        Duration.ofMinutes(45),
                        Optional.empty(),
                        Optional.empty()),
                means,
                new LibPhoneNumbers());
        desk = reception.desk(way == Way.DIRECT ? direct(oscar) : bridged(oscar, means));
        toolbox = VoiceTools.of(
                new UseCases(
                        desk.clinicInfo(),
                        desk.providerList(),
                        desk.patientLookup(),
                        desk.registration(),
                        desk.openingSearch(),
                        desk.appointmentList(),
                        desk.booking(),
                        desk.moving(),
                        desk.cancellation(),
                        desk.callDiary(),
                        desk.callTransfer(),
                        desk.waitlist(),
                        desk.patience()),
                new LibPhoneNumbers(),
                reception.now::get);
    }

    private FrontDesk.Emr direct(Oscar oscar) {
        return new FrontDesk.Emr(oscar.charts(), oscar.appointments(), reception.emr, clinic -> oscar.isLeftAlone());
    }

    private FrontDesk.Emr bridged(Oscar oscar, OscarMeans means) {
        String key = Fresh.hex() + Fresh.hex();
        BridgeServer its = BridgeServer.start(
                new BridgeSettings(Reception.CLINIC, key, "127.0.0.1", 0, Optional.empty()),
                BridgeServer.Emr.of(oscar),
                "1.0",
                reception.now::get);
        bridge = Optional.of(its);
        Bridge over = new Bridge(Reception.CLINIC, URI.create("http://127.0.0.1:" + its.port()), key, means);
        return new FrontDesk.Emr(over, over, reception.emr, clinic -> over.isLeftAlone());
    }

    /** Uses a tool in a call from the Castellans' telephone, with more time than anything takes. */
    JsonNode use(String call, String tool, String arguments) {
        ToolSpec spec = toolbox.spec(tool).orElseThrow();
        CallContext context = new CallContext(
                Reception.CLINIC,
                new CallId(call),
                Optional.of(Reception.CASTELLAN_HOME),
                Language.ENGLISH,
                new Deadline(reception.now.get().plus(Duration.ofSeconds(20))));
        return toolbox.run(spec, context, (ObjectNode) Phone.read(arguments)).body();
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

    @Override
    public void close() {
        bridge.ifPresent(BridgeServer::close);
        server.close();
    }
}
