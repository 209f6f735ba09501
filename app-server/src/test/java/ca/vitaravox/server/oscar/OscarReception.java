package ca.vitaravox.server.oscar;

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
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.server.clinic.LibPhoneNumbers;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.vapi.UseCases;
import ca.vitaravox.vapi.VoiceTools;
import ca.vitaravox.vapi.tool.Code;
import ca.vitaravox.vapi.tool.ToolSpec;
import ca.vitaravox.vapi.tool.Toolbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A reception in memory whose EMR is an OSCAR: a stand-in, and the adapter between them. Nothing works on by itself. */
final class OscarReception implements AutoCloseable {
    private static final OAuthCredentials CREDENTIALS = new OAuthCredentials("key", "secret", "token", "token-secret");

    final Reception reception = new Reception();
    final StandInOscar server;
    final FrontDesk desk;
    final Toolbox toolbox;

    OscarReception(Line line) {
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
                        Optional.empty(),
                        Optional.empty()),
                new OscarMeans(
                        OnceOnly.client(Duration.ofSeconds(20)),
                        reception.now::get,
                        Fresh::hex,
                        Duration.ofSeconds(20)),
                new LibPhoneNumbers());
        desk = reception.desk(new FrontDesk.Emr(oscar.charts(), oscar.appointments(), reception.emr));
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

    /** Uses a tool in a call from the Castellans' telephone, with more time than anything takes. */
    JsonNode use(String call, String tool, String arguments) {
        ToolSpec spec = toolbox.spec(tool).orElseThrow();
        CallContext context = new CallContext(
                Reception.CLINIC,
                new CallId(call),
                Optional.of(Reception.CASTELLAN_HOME),
                Language.ENGLISH,
                new Deadline(reception.now.get().plus(Duration.ofSeconds(20))));
        try {
            return toolbox.run(spec, context, (ObjectNode) Phone.read(arguments))
                    .body();
        } catch (EmrUnavailableException silent) {
            return toolbox.refusal(Code.EMR_UNAVAILABLE, Language.ENGLISH).body();
        }
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
        server.close();
    }
}
