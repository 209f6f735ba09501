package ca.vitaravox.oscar.bridge;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Where a bridge listens: TLS 1.2 and later with its certificate, or plain HTTP on the loopback. */
final class BridgeTls {
    private static final int IDLE_MILLIS = 20_000;

    private BridgeTls() {}

    static Connector connector(Server jetty, HttpConfiguration http, BridgeSettings settings) {
        ServerConnector connector = settings.certificate()
                .map(certificate -> secure(jetty, http, certificate))
                .orElseGet(() -> new ServerConnector(jetty, new HttpConnectionFactory(http)));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        return connector;
    }

    private static ServerConnector secure(
            Server jetty, HttpConfiguration http, BridgeSettings.Certificate certificate) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStorePath(certificate.store().toString());
        tls.setKeyStoreType("PKCS12");
        tls.setKeyStorePassword(certificate.password());
        tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        HttpConfiguration secured = new HttpConfiguration(http);
        // certificates are checked by who calls; addresses of bridges may be without a name
        secured.addCustomizer(new SecureRequestCustomizer(false));
        return new ServerConnector(
                jetty, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(secured));
    }
}
