package ca.vitaravox.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Keys of {@code localhost}, certified by themselves alone. */
public final class SelfSigned {
    /** The password of their file. */
    public static final String PASSWORD = "not-a-secret";

    private static final char[] WORD = PASSWORD.toCharArray();
    private static final String NAME = "stand-in";

    private final Path file;
    private final KeyStore keys;

    private SelfSigned(Path file, KeyStore keys) {
        this.file = file;
        this.keys = keys;
    }

    /** Makes new ones; a file of theirs stays in this folder. */
    public static SelfSigned in(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        NAME,
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(WORD),
                        "-keystore",
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool made no keys");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, WORD);
        }
        return new SelfSigned(file, keys);
    }

    /** Who has these keys. */
    public SSLContext proving() throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, WORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), null, null);
        return tls;
    }

    /** Believes this certificate and no other. */
    public SSLContext believing() throws GeneralSecurityException, IOException {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, WORD);
        known.setCertificateEntry(NAME, keys.getCertificate(NAME));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return tls;
    }

    /** Their file, of PKCS #12. */
    public Path file() {
        return file;
    }

    /** The certificate alone, as a file of PEM beside theirs. */
    public Path certificate() throws IOException, GeneralSecurityException {
        return Files.writeString(
                file.resolveSibling("certificate.pem"),
                pem("CERTIFICATE", keys.getCertificate(NAME).getEncoded()));
    }

    /** Writes the certificate and the private key, as PEM. */
    public void write(Path certificate, Path privateKey) throws IOException, GeneralSecurityException {
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate(NAME).getEncoded()));
        Files.writeString(privateKey, pem("PRIVATE KEY", keys.getKey(NAME, WORD).getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + what + "-----\n";
    }
}
