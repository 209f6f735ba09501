package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.Oscar;
import ca.vitaravox.oscar.OscarSettings;
import ca.vitaravox.oscar.booking.Zones;
import ca.vitaravox.oscar.rest.OnceOnly;
import ca.vitaravox.oscar.rest.OscarAddress;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrObserver;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.PhoneNumbers;
import ca.vitaravox.ports.clinic.UnsealableException;
import ca.vitaravox.ports.clinic.VisitType;
import ca.vitaravox.server.config.EmrAuthorities;
import ca.vitaravox.server.config.EmrHosts;
import ca.vitaravox.server.outgoing.Gate;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;

/** OSCARs, reached over REST with OAuth 1.0a, at allowed addresses alone. */
public final class OscarMaker implements EmrMaker {
    /** What settings call this kind. */
    public static final String KIND = "oscar";

    private static final Duration CONNECTING = Duration.ofMillis(1_500);
    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final int NONCE_BYTES = 16;

    private final ClinicDirectory clinics;
    private final Envelope envelope;
    private final EmrHosts hosts;
    private final PhoneNumbers numbers;
    private final SecureRandom random = new SecureRandom();
    private final OscarMeans means;

    /**
     * A maker that connects to no EMR by itself.
     *
     * @param hosts where EMRs may be that are not public, or not over TLS
     * @param authorities whose certificates are believed of EMRs
     * @param gate the way to all others
     * @param observer told of each request
     * @throws IllegalStateException if this Java sends requests more than once
     */
    public OscarMaker(
            ClinicDirectory clinics,
            Envelope envelope,
            EmrHosts hosts,
            EmrAuthorities authorities,
            Gate gate,
            PhoneNumbers numbers,
            EmrObserver observer,
            InstantSource clock) {
        this.clinics = clinics;
        this.envelope = envelope;
        this.hosts = hosts;
        this.numbers = numbers;
        this.means = new OscarMeans(
                OnceOnly.client(CONNECTING, authorities.trust(), gate.unless(hosts::isNamed)),
                clock,
                this::nonce,
                LONGEST,
                observer);
    }

    @Override
    public ClinicEmr make(ClinicId clinic, EmrSettings settings) {
        Oscar oscar = oscar(clinic, settings);
        return new ClinicEmr(
                oscar.charts(), oscar.appointments(), oscar.times(), false, oscar::isLeftAlone, oscar::close);
    }

    /**
     * The clinic's OSCAR itself, to be closed by the caller.
     *
     * @throws EmrUnavailableException if it cannot be reached with these settings
     */
    Oscar oscar(ClinicId clinic, EmrSettings settings) {
        EmrAddress address = settings.address().orElseThrow();
        hosts.formRefusal(address.base()).ifPresent(why -> {
            throw new EmrUnavailableException("the EMR of " + clinic + " is not asked: its address " + why);
        });
        Clinic its = clinics.clinic(clinic);
        OscarSecrets secrets = secrets(clinic, settings);
        return Oscar.connect(
                new OscarSettings(
                        clinic,
                        new OscarAddress(address.base(), address.signingBase()),
                        secrets.credentials()
                                .orElseThrow(() ->
                                        new EmrUnavailableException("nobody at " + clinic + " has consented yet")),
                        zones(its, settings),
                        longestVisit(its),
                        Optional.empty(),
                        secrets.soap()),
                means,
                numbers);
    }

    private OscarSecrets secrets(ClinicId clinic, EmrSettings settings) {
        try {
            return EmrCredentials.open(
                    envelope,
                    clinic,
                    settings.credentials()
                            .orElseThrow(() -> new EmrUnavailableException(clinic + " has given no credentials")));
        } catch (UnsealableException lost) {
            throw new EmrUnavailableException("the credentials of " + clinic + " cannot be opened", lost);
        }
    }

    private static Zones zones(Clinic clinic, EmrSettings settings) {
        return new Zones(clinic.zone(), settings.address().orElseThrow().zone());
    }

    private static Duration longestVisit(Clinic clinic) {
        return clinic.visitTypes().stream()
                .map(VisitType::length)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** What every OSCAR is reached with, tried out when the server starts. */
    OscarMeans means() {
        return means;
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
