package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.access.ClientKey;
import ca.vitaravox.oscar.access.TokenKey;
import ca.vitaravox.oscar.connect.Entry;
import ca.vitaravox.oscar.connect.Grant;
import ca.vitaravox.oscar.connect.OscarDoor;
import ca.vitaravox.oscar.connect.Standing;
import ca.vitaravox.oscar.connect.TokenTrial;
import ca.vitaravox.oscar.connect.Trouble;
import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.ports.access.AccessSecrets;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrConnections;
import ca.vitaravox.ports.clinic.EmrConnections.Asked;
import ca.vitaravox.ports.clinic.EmrConnections.Asker;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.UnsealableException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects clinics to their OSCARs: asks for consent, and takes the token that comes of it. What is waited for is in the
 * database, so that any server may be the one that the browser comes back to. Thread-safe.
 */
final class Connecting {
    static final String OUT_OF_BAND = "oob";
    private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final OscarPlaces places;
    private final EmrConnections connections;
    private final ClinicDirectory clinics;
    private final Envelope envelope;
    private final AccessSecrets random;
    private final Supplier<OscarMeans> means;

    Connecting(
            OscarPlaces places,
            EmrConnections connections,
            ClinicDirectory clinics,
            Envelope envelope,
            AccessSecrets random,
            Supplier<OscarMeans> means) {
        this.places = places;
        this.connections = connections;
        this.clinics = clinics;
        this.envelope = envelope;
        this.random = random;
        this.means = means;
    }

    /** What comes of asking for consent. */
    sealed interface Started {
        /** Somebody is to consent on this page, until then. */
        record Page(URI page, Instant until) implements Started {}

        /** OSCAR does not take us. */
        record Not(Trouble trouble) implements Started {}
    }

    /** What comes of a consent. */
    sealed interface Finished {
        /** The clinic is connected, and acts as this provider if OSCAR said so; what is lacking is in the list. */
        record Connected(Optional<String> actingAs, List<Trouble> lacking) implements Finished {}

        /** No token, or none that works. */
        record Not(Trouble trouble) implements Finished {}
    }

    /** Sees a consent being taken, and lets it go on. */
    @FunctionalInterface
    interface Witness {
        /**
         * Sees one.
         *
         * @param by who asked for it, as far as that is known
         */
        Finished see(ClinicId clinic, Optional<Asker> by, Supplier<Finished> taking);
    }

    /**
     * Asks for consent.
     *
     * @param callback where the browser comes back to, without the state; empty where the code is typed in
     * @param by who asks
     */
    Started start(ClinicId clinic, Optional<URI> callback, Asker by) {
        OscarPlace place = places.of(clinic);
        String state = clinic + "." + random.token();
        String back = callback.map(uri -> uri + "?state=" + state).orElse(OUT_OF_BAND);
        ClientKey client = place.secrets().client();
        Entry entry = new OscarDoor(means.get()).enter(place.address(), client, back, inTime());
        if (!(entry instanceof Entry.Open open)) {
            return new Started.Not(((Entry.Shut) entry).trouble());
        }
        Instant until = now().plus(EmrConnections.PATIENCE);
        connections.asked(
                clinic,
                new Asked(
                        callback.map(uri -> States.digest(state)),
                        open.address().base(),
                        open.address().signingBase(),
                        open.asked().token(),
                        envelope.seal(Asked.place(clinic), open.asked().secret()),
                        until,
                        Optional.of(by)));
        LOG.info("clinic {}: consent asked of its OSCAR, which is {}", clinic, open.line());
        return new Started.Page(OscarDoor.page(open.address(), open.asked()), until);
    }

    /**
     * Takes a consent that came back with the browser. Empty if nobody waits for it: the state is wrong, was used, or is
     * older than {@link EmrConnections#PATIENCE}.
     *
     * @param witness what the rest is done under, once it is known that this clinic waits for it
     */
    Optional<Finished> comeBack(String state, String token, String verifier, Witness witness) {
        return States.clinic(state)
                .flatMap(clinic -> connections
                        .take(clinic, Optional.of(States.digest(state)), now())
                        .map(asked -> witness.see(
                                clinic,
                                asked.by(),
                                () -> asked.token().equals(token)
                                        ? finish(clinic, asked, verifier)
                                        : new Finished.Not(new Trouble.ConsentRefused()))));
    }

    /** Takes a consent that was typed in, as {@link #comeBack} does. */
    Optional<Finished> typedIn(ClinicId clinic, String verifier) {
        return connections.take(clinic, Optional.empty(), now()).map(asked -> finish(clinic, asked, verifier));
    }

    private Finished finish(ClinicId clinic, Asked asked, String verifier) {
        OscarPlace place = places.of(clinic);
        OscarAddress address = new OscarAddress(asked.base(), asked.signingBase());
        TokenKey request;
        try {
            request = new TokenKey(asked.token(), envelope.open(Asked.place(clinic), asked.secret()));
        } catch (UnsealableException lost) {
            return new Finished.Not(new Trouble.ConsentRefused());
        }
        ClientKey client = place.secrets().client();
        Grant grant = new OscarDoor(means.get()).exchange(address, client, request, verifier, inTime());
        if (!(grant instanceof Grant.Given given)) {
            return new Finished.Not(((Grant.Refused) grant).trouble());
        }
        Standing standing = new TokenTrial(means.get()).of(clinic, address, client.with(given.token()), inTime());
        return standing instanceof Standing.Refused
                ? new Finished.Not(new Trouble.LifetimeZero())
                : kept(clinic, place, asked, given.token(), standing);
    }

    private Finished kept(ClinicId clinic, OscarPlace place, Asked asked, TokenKey token, Standing standing) {
        ZoneId zone = place.settings().zone();
        if (standing instanceof Standing.Taken taken && !taken.zones().fit(zone)) {
            zone = zone(clinic, taken);
        }
        EmrAddress before = new EmrAddress(
                asked.base(), asked.signingBase(), place.settings().zone());
        EmrAddress found = new EmrAddress(asked.base(), asked.signingBase(), zone);
        if (!places.keep(clinic, before, found, place.secrets().with(token), now())) {
            return new Finished.Not(new Trouble.ConsentRefused());
        }
        connections.connected(clinic, now());
        LOG.info("clinic {}: connected to its OSCAR", clinic);
        return standing instanceof Standing.Taken taken
                ? new Finished.Connected(Optional.of(taken.actingAs()), Lacking.of(taken, zone))
                : new Finished.Connected(
                        Optional.empty(), List.of(new Trouble.Unreachable(((Standing.Silent) standing).why())));
    }

    /** The clinic's own, if that is possible; else the first that is; else what it was. */
    private ZoneId zone(ClinicId clinic, Standing.Taken taken) {
        ZoneId its = clinics.clinic(clinic).zone();
        return taken.zones().fit(its)
                ? its
                : taken.zones().fitting().stream()
                        .findFirst()
                        .orElseGet(() -> places.of(clinic).settings().zone());
    }

    private Instant now() {
        return means.get().clock().instant();
    }

    private Deadline inTime() {
        return new Deadline(now().plus(PATIENCE));
    }
}
