package ca.vitaravox.server.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.server.outgoing.Entrance.Target;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntranceTest {
    private static Optional<Target> target(String line) {
        return Entrance.target(line + "\r\nHost: whatever\r\n\r\n");
    }

    @Test
    void a_host_and_a_port_are_a_target() {
        assertEquals(Optional.of(new Target("emr.example", 1)), target("CONNECT emr.example:1 HTTP/1.1"));
        assertEquals(Optional.of(new Target("10.0.0.7", 65_535)), target("CONNECT 10.0.0.7:65535 HTTP/1.1"));
        assertEquals(Optional.of(new Target("[::1]", 443)), target("CONNECT [::1]:443 HTTP/1.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET http://emr.example/ HTTP/1.1",
                "CONNECT emr.example HTTP/1.1",
                "CONNECT emr.example:0 HTTP/1.1",
                "CONNECT emr.example:065 HTTP/1.1",
                "CONNECT emr.example:65536 HTTP/1.1",
                "CONNECT emr.example:99999 HTTP/1.1",
                "CONNECT user@emr.example:443 HTTP/1.1",
                "CONNECT emr.example:443@10.0.0.7:443 HTTP/1.1",
                "CONNECT emr.example:443/path HTTP/1.1",
                "CONNECT emr.example:443 HTTP/1.0",
                "CONNECT  emr.example:443 HTTP/1.1",
                "CONNECT :443 HTTP/1.1",
                "CONNECT [fe80::1%eth0]:443 HTTP/1.1",
                "connect emr.example:443 HTTP/1.1",
                ""
            })
    void anything_else_is_not(String line) {
        assertEquals(Optional.empty(), target(line));
    }
}
