package ca.vitaravox.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
    private final TrustedProxies named = TrustedProxies.of("10.0.0.5, 2001:db8::5");

    @Test
    void a_proxy_on_this_machine_or_a_named_one_is_believed() {
        for (String proxy : new String[] {"127.0.0.1", "::1", "10.0.0.5", "[2001:db8::5]"}) {
            assertEquals("192.0.2.7", named.client(proxy, Optional.of("192.0.2.7")), proxy);
        }
    }

    @Test
    void nobody_else_is() {
        assertEquals("10.0.0.6", named.client("10.0.0.6", Optional.of("192.0.2.7")));
        assertEquals("10.0.0.5", TrustedProxies.NONE.client("10.0.0.5", Optional.of("192.0.2.7")));
    }

    @Test
    void only_what_the_proxy_itself_added_counts() {
        assertEquals("192.0.2.7", named.client("10.0.0.5", Optional.of("203.0.113.1, 192.0.2.7")));
    }

    @Test
    void without_a_word_from_the_proxy_it_is_the_proxy_who_asks() {
        assertEquals("10.0.0.5", named.client("10.0.0.5", Optional.empty()));
    }

    @Test
    void a_name_is_no_address() {
        for (String written : new String[] {"proxy.example", "10.0.0.5,", "10.0.0"}) {
            assertThrows(IllegalArgumentException.class, () -> TrustedProxies.of(written), written);
        }
    }
}
