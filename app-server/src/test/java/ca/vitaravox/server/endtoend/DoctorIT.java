package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.bridge.BridgeServer;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferPlan;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.server.Commands;
import ca.vitaravox.server.bridge.BridgeCommand;
import ca.vitaravox.server.testing.OscarClinic;
import ca.vitaravox.server.testing.OwnDatabase;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import ca.vitaravox.vapi.standin.StandInVapi;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is looked over: on a database of its own, for all clinics there must be well. */
class DoctorIT {
    private static final String KEY = "EXAMPLE-not-a-real-key";

    @TempDir
    private Path directory;

    @Test
    void all_is_well_once_a_clinic_is_set_up_and_what_goes_wrong_then_is_named_until_it_is_mended() throws Exception {
        try (StandInVapi vapi = StandInVapi.start(KEY, InstantSource.system());
                OwnDatabase own = OwnDatabase.start(directory)) {
            String clinic = TestClinic.open(own.database(), "well", 0).id();
            Map<String, String> environment = TestServer.running().environment();
            environment.put("DATABASE_URL", own.url());
            environment.put("VITARAVOX_PUBLIC_URL", "https://voice.clinic.example");
            environment.put("VITARAVOX_VAPI_URL", vapi.baseUrl().toString());
            environment.put("VITARAVOX_VAPI_API_KEY", KEY);
            environment.put("VITARAVOX_VAPI_CARRIER", "telnyx/carrier-1");

            assertTrue(examined(1, environment).contains("MEND  " + clinic + ", Vapi: "));
            own.database()
                    .transferPlans()
                    .save(
                            new ClinicId(clinic),
                            new TransferPlan(
                                    Map.of(),
                                    Optional.of(new TransferDestination(
                                            new PhoneNumber("+16045550199"), "Front desk", false))));
            assertEquals(
                    0,
                    Commands.run(environment, "assistant", "push", clinic, "--yes")
                            .status());
            String well = examined(0, environment);
            assertFalse(well.contains("MEND"), well);
            assertTrue(well.contains("well  database: answers"), well);
            assertTrue(well.contains("well  time-zone data: IANA 2026f"), well);
            assertTrue(well.contains("well  " + clinic + ", EMR: "), well);
            assertTrue(well.contains("well  " + clinic + ", Vapi: everything is as it is to be."), well);

            vapi.edit(
                    "assistant",
                    vapi.all("assistant").get(0).path("id").asText(),
                    edited -> edited.put("firstMessage", "Hi!"));
            String drifted = examined(1, environment);
            assertTrue(drifted.contains("MEND  " + clinic + ", Vapi: 1 thing is not as to be"), drifted);
            assertTrue(drifted.contains("./vitaravox assistant push " + clinic), drifted);
            assertEquals(
                    0,
                    Commands.run(environment, "assistant", "push", clinic, "--yes")
                            .status());
            examined(0, environment);
        }
    }

    @Test
    void a_clinic_behind_a_bridge_is_well_as_long_as_its_oscar_answers_the_bridge() throws Exception {
        try (OwnDatabase own = OwnDatabase.start(Files.createDirectory(directory.resolve("database")));
                OscarClinic clinic = OscarClinic.open(own.database(), "bridged", Line.OPEN_O, 0);
                BridgeServer bridge = BridgeCommand.start(clinic.bridgeFile(directory))) {
            clinic.bridged(URI.create("http://127.0.0.1:" + bridge.port()));
            Map<String, String> environment = TestServer.running().environment();
            environment.put("DATABASE_URL", own.url());
            environment.put("VITARAVOX_EMR_ALLOWED_HOSTS", "127.0.0.1:" + bridge.port());
            assertTrue(examined(1, environment).contains("well  bridged, EMR: demo data, since it is not live."));
            clinic.keyed();

            assertTrue(examined(1, environment).contains("well  bridged, EMR: answers and lets us in."));
            clinic.server().faults().everywhere(Fault.drop());
            String silent = examined(1, environment);
            assertTrue(
                    silent.contains("MEND  bridged, EMR: The bridge is well, but its OSCAR does not answer"), silent);
        }
    }

    private static String examined(int status, Map<String, String> environment) {
        Commands.Ran ran = Commands.run(environment, "doctor");
        assertEquals(status, ran.status(), ran.output());
        assertFalse(ran.output().contains(KEY) || ran.output().contains(TestServer.SECRET), ran.output());
        return ran.output();
    }
}
