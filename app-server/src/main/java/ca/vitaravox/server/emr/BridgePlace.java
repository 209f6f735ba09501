package ca.vitaravox.server.emr;

import java.net.URI;

/** Where a clinic's bridge is, and what it knows us by. Its text holds no secret. */
record BridgePlace(URI base, String apiKey) {
    @Override
    public String toString() {
        return "BridgePlace[" + base + "]";
    }
}
