package ca.vitaravox.server.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The proxies that are believed about whose request they pass on, beside any on this machine.
 *
 * @param addresses the addresses they connect from
 */
public record TrustedProxies(Set<InetAddress> addresses) {
    /** None but this machine. */
    public static final TrustedProxies NONE = new TrustedProxies(Set.of());

    /** Keeps what it was given. */
    public TrustedProxies {
        addresses = Set.copyOf(addresses);
    }

    /**
     * Reads addresses separated by commas; names are not looked up.
     *
     * @throws IllegalArgumentException if one of them is no address, in words that follow the key
     */
    public static TrustedProxies of(String written) {
        return new TrustedProxies(Stream.of(written.split(",", -1))
                .map(String::strip)
                .map(each -> literal(each)
                        .orElseThrow(() ->
                                new IllegalArgumentException("has something in it that is no address like 10.0.0.5")))
                .collect(Collectors.toSet()));
    }

    /** Who asks, as far as it is known: the peer, or whom the last proxy that is believed names. */
    public String client(String peer, Optional<String> forwardedFor) {
        return forwardedFor
                .filter(any -> literal(peer).filter(this::believes).isPresent())
                .map(chain -> chain.substring(chain.lastIndexOf(',') + 1).strip())
                .orElse(peer);
    }

    private boolean believes(InetAddress peer) {
        return peer.isLoopbackAddress() || addresses.contains(peer);
    }

    /** An address as it is written; a name would be looked up, and is none. */
    static Optional<InetAddress> literal(String address) {
        String bare = address.replaceAll("^\\[|\\]$", "");
        if (!bare.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(bare));
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }
}
