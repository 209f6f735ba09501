package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.bridge.BridgeTrial;
import ca.vitaravox.oscar.connect.Entry;
import ca.vitaravox.oscar.connect.OscarDoor;
import ca.vitaravox.oscar.connect.Standing;
import ca.vitaravox.oscar.connect.TokenTrial;
import ca.vitaravox.oscar.connect.Trouble;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.oscar.soap.SoapTrial;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrConnections;
import ca.vitaravox.ports.clinic.EmrConnections.History;
import ca.vitaravox.server.cli.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tests the connection of clinics to their OSCARs, or to the bridges next to them. The token is used last, and only when path, clock, and the address that
 * OSCAR sees are known to be right: classic OSCAR deletes it for a mistake in them. Thread-safe.
 */
final class Testing {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A token with a lifetime of 0 works within the second in which it was given. */
    private static final Duration FIRST_USE = Duration.ofSeconds(2);

    private final OscarPlaces places;
    private final EmrConnections connections;
    private final Supplier<OscarMeans> means;

    Testing(OscarPlaces places, EmrConnections connections, Supplier<OscarMeans> means) {
        this.places = places;
        this.connections = connections;
        this.means = means;
    }

    /**
     * Tests one.
     *
     * @param callback what a browser would come back to, or {@code oob}
     */
    EmrTest test(ClinicId clinic, String callback) {
        Optional<BridgePlace> bridge = places.bridge(clinic);
        return bridge.isPresent() ? test(clinic, bridge.get()) : test(clinic, places.of(clinic), callback);
    }

    private EmrTest test(ClinicId clinic, BridgePlace bridge) {
        return EmrTest.of(new BridgeTrial(means.get(), Version.text())
                .at(clinic, bridge.base(), bridge.apiKey(), inTime()).stream().toList());
    }

    private EmrTest test(ClinicId clinic, OscarPlace place, String callback) {
        Entry entry = new OscarDoor(means.get())
                .enter(place.address(), place.secrets().client(), callback, inTime());
        if (!(entry instanceof Entry.Open open)) {
            return EmrTest.of(List.of(((Entry.Shut) entry).trouble()));
        }
        List<Trouble> troubles = new ArrayList<>();
        Optional<String> actingAs = Optional.empty();
        if (!open.address().equals(place.address())) {
            troubles.add(new Trouble.SeenElsewhere(open.address().signingBase()));
        } else if (place.secrets().credentials().isEmpty()) {
            troubles.add(new Trouble.NotConnected());
        } else {
            OAuthCredentials credentials = place.secrets().credentials().orElseThrow();
            Standing standing = new TokenTrial(means.get()).of(clinic, place.address(), credentials, inTime());
            troubles.addAll(of(clinic, place, standing));
            actingAs = standing instanceof Standing.Taken taken ? Optional.of(taken.actingAs()) : Optional.empty();
        }
        new SoapTrial(means.get())
                .at(place.settings().base(), place.secrets().soap(), inTime())
                .ifPresent(troubles::add);
        return new EmrTest(Optional.of(open.line()), actingAs, Optional.of(open.clockAhead()), troubles);
    }

    private List<Trouble> of(ClinicId clinic, OscarPlace place, Standing standing) {
        if (standing instanceof Standing.Taken taken) {
            connections.worked(clinic, now());
            return Lacking.of(taken, place.settings().zone());
        }
        if (standing instanceof Standing.Silent silent) {
            return List.of(new Trouble.Unreachable(silent.why()));
        }
        return List.of(
                connections.history(clinic).filter(Testing::neverWorked).isPresent()
                        ? new Trouble.LifetimeZero()
                        : new Trouble.TokenLost());
    }

    private static boolean neverWorked(History history) {
        return history.workedAt()
                .filter(worked -> worked.isAfter(history.connectedAt().plus(FIRST_USE)))
                .isEmpty();
    }

    private Instant now() {
        return means.get().clock().instant();
    }

    private Deadline inTime() {
        return new Deadline(now().plus(PATIENCE));
    }
}
