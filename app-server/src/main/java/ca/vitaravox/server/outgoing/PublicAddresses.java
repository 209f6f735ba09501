package ca.vitaravox.server.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are everybody's: what is left of the internet without the registries of special-purpose addresses
 * (IANA, RFC 6890 and what came after it). Of IPv6 only what is handed out to networks is left, {@code 2000::/3}, and of
 * that not what carries an IPv4 address in it.
 */
public final class PublicAddresses {
    private static final List<Block> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "2620:4f:8000::/48",
                    "3fff::/20")
            .map(Block::of)
            .toList();

    private static final Block HANDED_OUT = Block.of("2000::/3");

    private PublicAddresses() {}

    /** The addresses that begin with the same bits. */
    private record Block(byte[] start, int bits) {
        static Block of(String written) {
            String[] parts = written.split("/");
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException noLiteral) {
                throw new IllegalArgumentException(written, noLiteral);
            }
        }

        boolean has(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if ((address[bit / Byte.SIZE] & mask) != (start[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether it is an address that anybody on the internet may reach, and nobody's own. */
    public static boolean has(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean handedOut = address instanceof Inet4Address || HANDED_OUT.has(bytes);
        return handedOut && SPECIAL.stream().noneMatch(block -> block.has(bytes));
    }
}
