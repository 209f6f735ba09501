package ca.vitaravox.server.bridge;

import ca.vitaravox.oscar.OscarSettings;
import ca.vitaravox.oscar.access.ClientKey;
import ca.vitaravox.oscar.access.SoapLogin;
import ca.vitaravox.oscar.access.TokenKey;
import ca.vitaravox.oscar.booking.Zones;
import ca.vitaravox.oscar.bridge.BridgeSettings;
import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.cli.Refused;
import ca.vitaravox.server.config.EmrAuthorities;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The settings of a bridge, a file of lines {@code name=value} that nobody but its owner can read. */
final class BridgeFile {
    private static final Set<String> NAMES = Set.of(
            "clinic",
            "clinic-zone",
            "api-key",
            "host",
            "port",
            "certificate",
            "certificate-password",
            "oscar",
            "oscar-authorities",
            "oscar-signing",
            "oscar-zone",
            "client-key",
            "client-secret",
            "token",
            "token-secret",
            "soap-user",
            "soap-password",
            "longest-visit-minutes");
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    private static final int USUAL_PORT = 8443;

    private final Path file;
    private final Properties lines;

    private BridgeFile(Path file, Properties lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Reads a file.
     *
     * @throws Refused if it is not there, others can read it, or it has a name that nobody knows
     */
    static BridgeFile read(Path file) {
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            refuseOthers(file);
            lines.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Refused(file + " cannot be read: give the file with the bridge's settings.", unreadable);
        }
        Set<String> unknown = new TreeSet<>(lines.stringPropertyNames());
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw new Refused(file + " has settings that are none: " + String.join(", ", unknown) + ".");
        }
        return new BridgeFile(file, lines);
    }

    private static void refuseOthers(Path file) throws IOException {
        try {
            Set<PosixFilePermission> allowed = new HashSet<>(Files.getPosixFilePermissions(file));
            allowed.retainAll(OTHERS);
            if (!allowed.isEmpty()) {
                throw new Refused(file + " has secrets in it and others can read it: chmod 600 " + file + ".");
            }
        } catch (UnsupportedOperationException noPosix) {
            return;
        }
    }

    /**
     * Writes settings into the file, in the place of those of the same names or at its end; what else is there stays as it
     * is. The file is written whole or not at all.
     *
     * @throws Refused if it cannot be written
     */
    void keep(Map<String, String> found) {
        Properties wanted = new Properties();
        wanted.putAll(lines);
        wanted.putAll(found);
        try {
            List<String> kept = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (found.keySet().stream().noneMatch(name -> line.matches("\\s*" + name + "\\s*([=:].*)?"))) {
                    kept.add(line);
                }
            }
            new TreeMap<>(found).forEach((name, value) -> kept.add(name + "=" + value));
            String text = String.join("\n", kept) + "\n";
            Properties read = new Properties();
            read.load(new StringReader(text));
            if (!read.equals(wanted)) {
                throw new Refused(file + " cannot be written to: give every setting one line, and only once.");
            }
            replace(text);
        } catch (IOException readOnly) {
            throw new Refused(file + " cannot be written to, nor its folder: they have to be yours.", readOnly);
        }
        lines.putAll(found);
    }

    private void replace(String text) throws IOException {
        // made readable by its owner alone
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "bridge", ".tmp");
        try {
            Files.writeString(written, text);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    BridgeSettings listening() {
        return value(
                "api-key",
                key -> new BridgeSettings(
                        clinic(),
                        key,
                        some("host").orElse("127.0.0.1"),
                        some("port").map(Integer::valueOf).orElse(USUAL_PORT),
                        some("certificate")
                                .map(store -> new BridgeSettings.Certificate(
                                        Path.of(store),
                                        some("certificate-password").orElse("")))));
    }

    ClinicId clinic() {
        return value("clinic", ClinicId::new);
    }

    OscarAddress oscar() {
        URI base = value("oscar", URI::create);
        return new OscarAddress(base, some("oscar-signing").map(URI::create).orElse(base));
    }

    /** Whose certificates are believed of OSCAR. */
    EmrAuthorities authorities() {
        return some("oscar-authorities").isPresent()
                ? value("oscar-authorities", EmrAuthorities::of)
                : EmrAuthorities.USUAL;
    }

    ClientKey client() {
        return new ClientKey(value("client-key", key -> key), value("client-secret", secret -> secret));
    }

    Zones zones() {
        ZoneId clinics = value("clinic-zone", ZoneId::of);
        return new Zones(clinics, some("oscar-zone").map(ZoneId::of).orElse(clinics));
    }

    Optional<SoapLogin> soap() {
        return some("soap-user").map(user -> new SoapLogin(user, value("soap-password", word -> word)));
    }

    OscarSettings settings() {
        if (some("token").isEmpty()) {
            throw new Refused("The bridge has no token yet: get one with ./vitaravox bridge connect " + file + ".");
        }
        TokenKey token = new TokenKey(value("token", text -> text), value("token-secret", text -> text));
        return new OscarSettings(
                clinic(),
                oscar(),
                client().with(token),
                zones(),
                value("longest-visit-minutes", minutes -> Duration.ofMinutes(Integer.parseInt(minutes))),
                Optional.empty(),
                soap());
    }

    private Optional<String> some(String name) {
        return Optional.ofNullable(lines.getProperty(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private <T> T value(String name, Function<String, T> form) {
        String text = some(name).orElseThrow(() -> new Refused("The bridge's setting " + name + " is missing."));
        try {
            return form.apply(text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw new Refused("The bridge's setting " + name + " cannot be used: " + wrong.getMessage() + ".", wrong);
        }
    }
}
