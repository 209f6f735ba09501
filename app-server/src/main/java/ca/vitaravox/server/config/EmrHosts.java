package ca.vitaravox.server.config;

import ca.vitaravox.server.outgoing.PublicAddresses;
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

    private static final int LAST_PORT = 65_535;

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

    /** Whether an EMR may be at this address wherever that is, since its host is named. */
    public boolean isNamed(URI address) {
        return address.getHost() != null && named.contains(key(address));
    }

    /**
     * Why an EMR at this address is not to be asked, by what is written; empty if it may be. Where its host is, is looked
     * at whenever it is connected to. No address of IPv6 is a host: Java connects to none through a proxy.
     */
    public Optional<String> formRefusal(URI address) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || host.endsWith(".") || host.startsWith("[")) {
            return Optional.of("names no host");
        }
        if (address.getPort() == 0 || address.getPort() > LAST_PORT) {
            return Optional.of("names no port");
        }
        return isNamed(address) || "https".equalsIgnoreCase(address.getScheme())
                ? Optional.empty()
                : Optional.of("is not https");
    }

    /** The same, and where its host is now; which looks it up, and takes as long as that takes. */
    public Optional<String> refusal(URI address) {
        Optional<String> byForm = formRefusal(address);
        if (byForm.isPresent() || isNamed(address)) {
            return byForm;
        }
        try {
            boolean open =
                    Stream.of(InetAddress.getAllByName(address.getHost())).allMatch(PublicAddresses::has);
            return open ? Optional.empty() : Optional.of("is not public");
        } catch (UnknownHostException unknown) {
            return Optional.of("is of an unknown host");
        }
    }

    private static String key(URI address) {
        int usual = "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
        return address.getHost().toLowerCase(Locale.ROOT) + ":" + (address.getPort() < 0 ? usual : address.getPort());
    }
}
