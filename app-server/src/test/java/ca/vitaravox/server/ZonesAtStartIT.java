package ca.vitaravox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.testing.ChildProcess;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZonesAtStartIT {
    @Test
    void nothing_starts_on_other_time_zones_than_ours() throws IOException, InterruptedException {
        try (ChildProcess process = ChildProcess.run(OtherZones.class, Map.of(), "tools", "print")) {
            List<String> said = process.rest();
            assertEquals(1, process.exitCode());
            assertEquals(1, said.size(), said::toString);
            assertTrue(said.get(0).contains("instead of our 2026f"), said::toString);
        }
    }

    @Test
    void without_a_launcher_ours_are_taken() throws IOException, InterruptedException {
        try (ChildProcess process = ChildProcess.run(Main.class, Map.of(), "tools", "print")) {
            assertTrue(String.join("", process.rest()).contains("create_appointment"));
            assertEquals(0, process.exitCode());
        }
    }
}
