package ca.vitaravox.server.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whose certificates are believed of EMRs: those that this Java believes, and some more where a file has them.
 *
 * @param trust what connections are made with
 */
public record EmrAuthorities(SSLContext trust) {
    /** What this Java believes, and no more. */
    public static final EmrAuthorities USUAL = new EmrAuthorities(usual());

    /**
     * Reads a file of certificates in PEM: authorities, or servers' own.
     *
     * @throws IllegalArgumentException if it is not there or has no certificate in it
     */
    public static EmrAuthorities of(String file) {
        try (InputStream pem = Files.newInputStream(Path.of(file))) {
            Collection<? extends Certificate> more =
                    CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (more.isEmpty()) {
                throw new IllegalArgumentException("is a file without a certificate in PEM");
            }
            return new EmrAuthorities(believing(more));
        } catch (IOException | InvalidPathException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("is no file with certificates in PEM", unreadable);
        }
    }

    private static SSLContext believing(Collection<? extends Certificate> more)
            throws GeneralSecurityException, IOException {
        KeyStore all = KeyStore.getInstance("PKCS12");
        all.load(null, null);
        int number = 0;
        for (X509Certificate each : acceptedByJava()) {
            all.setCertificateEntry("java-" + number++, each);
        }
        for (Certificate each : more) {
            all.setCertificateEntry("more-" + number++, each);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(all), null);
        return context;
    }

    private static X509Certificate[] acceptedByJava() throws GeneralSecurityException {
        return Stream.of(managers(null))
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("this Java platform has no TLS", never);
        }
    }
}
