package ca.vitaravox.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmrHostsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/oscar",
                "https://10.0.0.7/oscar",
                "https://172.16.0.1/oscar",
                "https://192.168.1.4/oscar",
                "https://169.254.169.254/latest",
                "https://100.64.0.1/oscar",
                "https://100.127.255.255/oscar",
                "https://0.0.0.0/oscar",
                "https://203.0.113.9/oscar",
                "https://198.18.0.1/oscar",
                "https://255.255.255.255/oscar"
            })
    void no_private_address_is_asked(String address) {
        assertEquals(Optional.of("is not public"), EmrHosts.NONE.refusal(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://11.0.0.9/oscar", "https://100.63.255.255/oscar", "https://100.128.0.1/oscar"})
    void a_public_address_over_tls_is(String address) {
        assertEquals(Optional.empty(), EmrHosts.NONE.refusal(URI.create(address)));
    }

    @Test
    void what_is_not_over_tls_or_names_no_host_is_refused() {
        assertEquals(Optional.of("is not https"), EmrHosts.NONE.refusal(URI.create("http://11.0.0.9/oscar")));
        assertEquals(Optional.of("names no host"), EmrHosts.NONE.refusal(URI.create("https://a@11.0.0.9/oscar")));
        assertEquals(Optional.of("names no host"), EmrHosts.NONE.refusal(URI.create("/oscar")));
    }

    /** However a loopback address, or another's, can be dressed up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://2130706433/oscar",
                "https://0x7f.1/oscar",
                "https://127.1/oscar",
                "https://017700000001/oscar",
                "https://localhost./oscar",
                "https://emr.clinic.example./oscar",
                "https://emr.clinic.example.:443/oscar",
                "https://emr.clinic.example@127.0.0.1/oscar",
                "https://127.0.0.1#@emr.clinic.example/oscar",
                "https://a_b.example/oscar",
                "https://[::1]/oscar",
                "https://[fd00::7]/oscar",
                "https://[fe80::7]/oscar",
                "https://[fe80::1%25eth0]/oscar",
                "https://[::ffff:127.0.0.1]/oscar",
                "https://[::ffff:a9fe:a9fe]/latest",
                "https://[64:ff9b::7f00:1]/oscar",
                "https://[::7f00:1]/oscar",
                "https://[2606:4700:4700::1111]/oscar",
                "https://emr.clinic.example:0/oscar",
                "https://emr.clinic.example:65536/oscar",
                "https:///oscar",
                "https:emr.clinic.example",
                "ftp://11.0.0.9/oscar",
                "file:///etc/passwd"
            })
    void nothing_that_is_dressed_up_is_asked(String address) {
        assertTrue(EmrHosts.of("emr.clinic.example:443")
                .refusal(URI.create(address))
                .isPresent());
    }

    @Test
    void a_port_is_one_to_65535() {
        assertEquals(Optional.empty(), EmrHosts.NONE.refusal(URI.create("https://11.0.0.9:1/oscar")));
        assertEquals(Optional.empty(), EmrHosts.NONE.refusal(URI.create("https://11.0.0.9:65535/oscar")));
        assertEquals(Optional.of("names no port"), EmrHosts.NONE.refusal(URI.create("https://11.0.0.9:0/oscar")));
        assertEquals(Optional.of("names no port"), EmrHosts.NONE.refusal(URI.create("https://11.0.0.9:65536/oscar")));
    }

    @Test
    void a_host_that_is_named_may_be_anywhere_at_that_port_alone() {
        EmrHosts hosts = EmrHosts.of("127.0.0.1:8080, EMR.clinic.example:443");

        assertEquals(Optional.empty(), hosts.refusal(URI.create("http://127.0.0.1:8080/oscar")));
        assertEquals(Optional.of("is not https"), hosts.refusal(URI.create("http://127.0.0.1:8081/oscar")));
        assertEquals(Optional.empty(), hosts.refusal(URI.create("https://emr.clinic.example/oscar")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "emr.example", "emr.example:0", "http://emr.example:80", "a:1,,b:2"})
    void what_is_no_list_is_refused(String written) {
        assertThrows(IllegalArgumentException.class, () -> EmrHosts.of(written));
    }
}
