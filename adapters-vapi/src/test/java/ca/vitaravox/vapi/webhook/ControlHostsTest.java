package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlHostsTest {
    private static final ControlHosts USUAL = ControlHosts.of("*.vapi.ai");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://phone-call-websocket.vapi.ai/019a8c11/control",
                "https://phone-call-websocket.aws-us-west-2-backend-production1.vapi.ai/019a8c11/control",
                "HTTPS://API.VAPI.AI/x?y=z",
                "https://api.vapi.ai:443/x",
                "https://api.vapi.ai"
            })
    void the_platforms_own_hosts_are_allowed(String address) {
        assertTrue(USUAL.allowed(address).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.vapi.ai/x",
                "ftp://api.vapi.ai/x",
                "//api.vapi.ai/x",
                "api.vapi.ai/x",
                "https:api.vapi.ai",
                "https:///x",
                "https://vapi.ai/x",
                "https://evilvapi.ai/x",
                "https://api.vapi.ai.evil.example/x",
                "https://evil.example/api.vapi.ai",
                "https://evil.example?.vapi.ai",
                "https://evil.example#.vapi.ai",
                "https://evil.example\\.vapi.ai/x",
                "https://evil.example%2f.vapi.ai/x",
                "https://evil.example%00.vapi.ai/x",
                "https://api.vapi.ai@evil.example/x",
                "https://user:word@api.vapi.ai/x",
                "https://@api.vapi.ai/x",
                "https://evil.example:443@api.vapi.ai/x",
                "https://api.vapi.ai#@evil.example/",
                "https://api.vapi.ai:8443/x",
                "https://api.vapi.ai:80/x",
                "https://api.vapi.ai:0/x",
                "https://api.vapi.ai:x/x",
                "https://api.vapi.ai./x",
                "https://.vapi.ai/x",
                "https://a_b.vapi.ai/x",
                "https://127.0.0.1/x",
                "https://2130706433/x",
                "https://0x7f.1/x",
                "https://[::1]/x",
                "https://[::ffff:127.0.0.1]/x",
                "https://169.254.169.254/latest/meta-data",
                "https://localhost/x",
                "https://ａpi.vapi.ai/x",
                "https://api.vаpi.ai/x",
                "https://api.vapi.ai/x y",
                "https://api.vapi.ai/x\ny",
                " https://api.vapi.ai/x",
                "javascript:alert(1)",
                ""
            })
    void everything_else_is_not(String address) {
        assertEquals(Optional.empty(), USUAL.allowed(address));
    }

    @Test
    void an_address_is_2000_characters_long_at_most() {
        String start = "https://api.vapi.ai/";
        assertTrue(USUAL.allowed(start + "x".repeat(2_000 - start.length())).isPresent());
        assertEquals(Optional.empty(), USUAL.allowed(start + "x".repeat(2_001 - start.length())));
    }

    @Test
    void path_and_query_stay_as_they_are() {
        assertEquals(
                Optional.of(URI.create("https://api.vapi.ai/a%2Fb/control?c=%20d")),
                USUAL.allowed("https://api.vapi.ai/a%2Fb/control?c=%20d"));
    }

    @Test
    void hosts_are_listed_by_name_and_port() {
        ControlHosts hosts = ControlHosts.of("control.example:8443, 127.0.0.1:9443");
        assertTrue(hosts.allowed("https://control.example:8443/x").isPresent());
        assertTrue(hosts.allowed("https://127.0.0.1:9443/x").isPresent());
        assertEquals(Optional.empty(), hosts.allowed("https://control.example/x"));
        assertEquals(Optional.empty(), hosts.allowed("https://a.control.example:8443/x"));
        assertEquals(Optional.empty(), hosts.allowed("https://127.0.0.1/x"));
    }

    @Test
    void none_is_none() {
        assertTrue(ControlHosts.of("none").none());
        assertEquals(Optional.empty(), ControlHosts.of("none").allowed("https://api.vapi.ai/x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*.",
                "*.ai",
                "https://api.vapi.ai",
                "api.vapi.ai/x",
                "a..b",
                "a,,b",
                "a:0",
                "a:x",
                "a b",
                ""
            })
    void what_is_no_list_of_hosts_is_refused(String written) {
        assertThrows(IllegalArgumentException.class, () -> ControlHosts.of(written));
    }
}
