package ca.vitaravox.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class LoginLimitsTest {
    @Test
    void an_address_of_ipv6_is_its_network_and_one_of_ipv4_itself() {
        assertEquals(LoginLimits.network("2001:db8:1:2::1"), LoginLimits.network("2001:db8:1:2:ffff::9"));
        assertNotEquals(LoginLimits.network("2001:db8:1:2::1"), LoginLimits.network("2001:db8:1:3::1"));
        assertNotEquals(LoginLimits.network("192.0.2.1"), LoginLimits.network("192.0.2.2"));
        assertEquals(LoginLimits.network("192.0.2.1"), LoginLimits.network("::ffff:192.0.2.1"));
    }

    @Test
    void what_is_no_address_is_looked_up_nowhere_and_all_one() {
        assertEquals("unknown", LoginLimits.network("clinic.example"));
        assertEquals("unknown", LoginLimits.network("unknown"));
        assertEquals("unknown", LoginLimits.network(""));
    }
}
