package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.CommonPasswords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The 10,000 most common passwords, and the longer ones among the next 10,000 (the resource
 * {@code common-passwords.txt}, from the list that Django ships; its licence is beside it). Thread-safe.
 */
public final class CommonPasswordList implements CommonPasswords {
    private final Set<String> passwords;

    /** Reads the list. */
    public CommonPasswordList() {
        try (InputStream file = CommonPasswordList.class.getResourceAsStream("common-passwords.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            passwords = lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public boolean has(String password) {
        return passwords.contains(password);
    }
}
