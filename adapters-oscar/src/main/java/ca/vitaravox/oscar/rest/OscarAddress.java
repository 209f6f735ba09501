package ca.vitaravox.oscar.rest;

import java.net.URI;

/**
 * Where a clinic's OSCAR is. OSCAR signs with the address that its Tomcat sees, which behind a proxy that ends TLS is
 * {@code http://...}, whatever was called; so the two are told apart.
 *
 * @param base the address that is called, context path included: {@code https://emr.example.test/oscar}
 * @param signingBase the same address as OSCAR sees it: {@code http://emr.example.test/oscar}
 */
public record OscarAddress(URI base, URI signingBase) {
    private static final String SERVICES = "/ws/services";

    /** Refuses what is no http or https address of a host, or has more than a path; a closing slash is dropped. */
    public OscarAddress {
        base = checked(base);
        signingBase = checked(signingBase);
    }

    /** An OSCAR that sees its address as it is called. */
    public static OscarAddress of(URI base) {
        return new OscarAddress(base, base);
    }

    private static URI checked(URI address) {
        boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        boolean bare = address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getRawUserInfo() == null
                && address.getHost() != null;
        if (!web || !bare) {
            throw new IllegalArgumentException("OSCAR's address is http or https, a host, and a path");
        }
        String text = address.toString();
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    URI called(OscarRequest request) {
        return URI.create(base + SERVICES + request.path());
    }

    URI signed(OscarRequest request) {
        return URI.create(signingBase + SERVICES + request.path());
    }
}
