package ca.vitaravox.server.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
interface Lookup {
    /** As this machine finds them: in DNS, or in its own list of hosts. */
    Lookup USUAL = host -> List.of(InetAddress.getAllByName(host));

    /** All addresses of a host, the preferred ones first. */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
