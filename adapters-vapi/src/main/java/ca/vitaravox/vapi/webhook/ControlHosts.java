package ca.vitaravox.vapi.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hosts that calls are controlled at. An address is written by whoever sent the message, so everything but those
 * hosts over TLS is refused, before anything is connected to. Immutable.
 */
public final class ControlHosts {
    /** A host, or all hosts below a domain of two names or more, with a port if it is not 443. */
    private static final Pattern FORM =
            Pattern.compile("(\\*\\.[a-z0-9-]+(\\.[a-z0-9-]+)+|[a-z0-9-]+(\\.[a-z0-9-]+)*)(:[1-9][0-9]{0,4})?");

    private static final Pattern PLAIN_HOST = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*");
    private static final int USUAL_PORT = 443;
    private static final int LONGEST = 2_000;

    private final List<Host> hosts;

    private ControlHosts(List<Host> hosts) {
        this.hosts = hosts;
    }

    private record Host(String name, int port) {
        static Host of(String written) {
            if (!FORM.matcher(written).matches()) {
                throw new IllegalArgumentException("is no list like *.vapi.ai,control.example:8443, or none");
            }
            int colon = written.indexOf(':');
            return colon < 0
                    ? new Host(written, USUAL_PORT)
                    : new Host(written.substring(0, colon), Integer.parseInt(written.substring(colon + 1)));
        }

        boolean is(String host, int otherPort) {
            boolean named = name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name);
            return named && port == otherPort;
        }
    }

    /**
     * The hosts of a list separated by commas: {@code *.vapi.ai}, {@code control.example:8443}.
     *
     * @param written the list; {@code none} for no host at all
     * @throws IllegalArgumentException if it is no such list
     */
    public static ControlHosts of(String written) {
        if (written.strip().equals("none")) {
            return new ControlHosts(List.of());
        }
        return new ControlHosts(List.of(written.toLowerCase(Locale.ROOT).split(",", -1)).stream()
                .map(String::strip)
                .map(Host::of)
                .toList());
    }

    /** Whether there is no host at all. */
    public boolean none() {
        return hosts.isEmpty();
    }

    /** Whether the host of an address is listed with its whole name, and not below a domain: then it may be anywhere. */
    public boolean isNamed(URI address) {
        int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
        return address.getHost() != null
                && hosts.contains(new Host(address.getHost().toLowerCase(Locale.ROOT), port));
    }

    /** The address, if it is one of these hosts' over TLS, with nothing in it that a reader could take for another. */
    Optional<URI> allowed(String address) {
        try {
            return Optional.of(address)
                    .filter(text -> text.length() <= LONGEST)
                    .map(URI::create)
                    .filter(this::isAllowed)
                    .map(ControlHosts::asRead);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isAllowed(URI address) {
        if (!"https".equalsIgnoreCase(address.getScheme())
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null) {
            return false;
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
        return PLAIN_HOST.matcher(host).matches() && hosts.stream().anyMatch(each -> each.is(host, port));
    }

    /** Put together anew from what was checked, so that nobody after us reads it otherwise. */
    private static URI asRead(URI address) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        try {
            return new URI("https://" + address.getHost() + port + address.getRawPath() + query);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
