package ca.vitaravox.server.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where EMRs may be. Any public host over TLS; others, and without TLS, only if they are named here.
 *
 * @param named hosts with their ports: {@code emr.clinic.example:8080}
 */
public record EmrHosts(Set<String> named) {
    /** No host that is not public. */
    public static final EmrHosts NONE = new EmrHosts(Set.of());

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)*:[1-9][0-9]{0,4}");

    /** Takes a copy. */
    public EmrHosts {
        named = Set.copyOf(named);
    }

    /**
     * Reads {@code host:port,host:port}.
     *
     * @throws IllegalArgumentException if it is no such list
     */
    public static EmrHosts of(String written) {
        Set<String> hosts = Stream.of(written.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .collect(Collectors.toSet());
        if (!hosts.stream().allMatch(FORM.asMatchPredicate())) {
            throw new IllegalArgumentException("is no list like emr.clinic.example:8080,10.0.0.7:443");
        }
        return new EmrHosts(hosts);
    }

    /** These, and the host of an address. */
    public EmrHosts and(URI address) {
        return new EmrHosts(
                Stream.concat(named.stream(), Stream.of(key(address))).collect(Collectors.toSet()));
    }

    /** Why an EMR at this address is not to be asked; empty if it may be. Looks the host up. */
    public Optional<String> refusal(URI address) {
        if (address.getHost() == null || address.getRawUserInfo() != null) {
            return Optional.of("names no host");
        }
        if (named.contains(key(address))) {
            return Optional.empty();
        }
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            return Optional.of("is not https");
        }
        try {
            boolean open =
                    Stream.of(InetAddress.getAllByName(address.getHost())).allMatch(EmrHosts::isPublic);
            return open ? Optional.empty() : Optional.of("is not public");
        } catch (UnknownHostException unknown) {
            return Optional.of("is of an unknown host");
        }
    }

    private static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 64;
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal
                || shared);
    }

    private static String key(URI address) {
        int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return address.getHost().toLowerCase(Locale.ROOT) + ":" + (address.getPort() < 0 ? usual : address.getPort());
    }
}
