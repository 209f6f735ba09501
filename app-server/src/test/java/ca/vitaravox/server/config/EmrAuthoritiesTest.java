package ca.vitaravox.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmrAuthoritiesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "no certificate", "-----BEGIN CERTIFICATE-----\nbm9uZQ==\n-----END CERTIFICATE-----\n"})
    void a_file_without_a_certificate_is_refused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("authorities.pem"), content);
        assertRefused(file.toString());
    }

    @Test
    void so_is_one_that_is_not_there() {
        assertRefused(folder.resolve("nothing.pem").toString());
        assertRefused(folder.toString());
    }

    private static void assertRefused(String file) {
        assertThrows(IllegalArgumentException.class, () -> EmrAuthorities.of(file));
        assertThrows(
                ConfigException.class,
                () -> ConfigReader.read(Map.of("VITARAVOX_EMR_AUTHORITIES", file), Optional.empty()));
    }

    @Test
    void without_one_what_java_believes_is_believed() {
        assertEquals(
                EmrAuthorities.USUAL,
                ConfigReader.read(Map.of(), Optional.empty()).emrAuthorities());
    }
}
