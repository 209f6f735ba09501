package ca.vitaravox.server.emr;

import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.UnsealableException;
import ca.vitaravox.server.access.Problem;
import ca.vitaravox.server.config.EmrHosts;
import java.time.Instant;
import java.util.Optional;

/** The OSCARs and bridges of clinics as they are in the settings, at allowed addresses alone. Thread-safe. */
final class OscarPlaces {
    static final String KIND = OscarMaker.KIND;
    private static final int CONFLICT = 409;

    private final ClinicEmrs emrs;
    private final Envelope envelope;
    private final EmrHosts hosts;

    OscarPlaces(ClinicEmrs emrs, Envelope envelope, EmrHosts hosts) {
        this.emrs = emrs;
        this.envelope = envelope;
        this.hosts = hosts;
    }

    /**
     * The clinic's OSCAR.
     *
     * @throws Problem if it has none, it is at an address that is not asked, or its client is not known yet
     */
    OscarPlace of(ClinicId clinic) {
        EmrSettings settings = emrs.emr(clinic).settings();
        if (!settings.kind().equals(KIND)) {
            throw refused("NO_OSCAR", "The clinic has no OSCAR: a platform admin enters its address first.");
        }
        EmrAddress address = settings.address().orElseThrow();
        hosts.refusal(address.base()).ifPresent(why -> {
            throw refused("ADDRESS_REFUSED", "OSCAR's address " + why + ": it is not asked.");
        });
        return new OscarPlace(address, secrets(clinic, settings));
    }

    /**
     * The clinic's bridge; empty if it has none.
     *
     * @throws Problem if it is at an address that is not asked, or its key is not known
     */
    Optional<BridgePlace> bridge(ClinicId clinic) {
        EmrSettings settings = emrs.emr(clinic).settings();
        if (!settings.kind().equals(BridgeMaker.KIND)) {
            return Optional.empty();
        }
        EmrAddress address = settings.address().orElseThrow();
        hosts.refusal(address.base()).ifPresent(why -> {
            throw refused("ADDRESS_REFUSED", "The bridge's address " + why + ": it is not asked.");
        });
        String sealed = settings.credentials()
                .orElseThrow(
                        () -> refused("NO_KEY", "The key to the bridge is missing: enter the api-key of its file."));
        try {
            return Optional.of(new BridgePlace(address.base(), envelope.open(EmrSettings.place(clinic), sealed)));
        } catch (UnsealableException lost) {
            throw refused("CREDENTIALS_LOST", "What was kept of the bridge's key cannot be opened: enter it again.");
        }
    }

    private OscarSecrets secrets(ClinicId clinic, EmrSettings settings) {
        String sealed = settings.credentials()
                .orElseThrow(() -> refused(
                        "NO_CLIENT",
                        "The key and secret of OSCAR's REST client are missing: a platform admin enters them."));
        try {
            return EmrCredentials.open(envelope, clinic, sealed);
        } catch (UnsealableException lost) {
            throw refused(
                    "CREDENTIALS_LOST", "What was kept of OSCAR's credentials cannot be opened: enter them again.");
        }
    }

    /**
     * Keeps what was found out and given meanwhile.
     *
     * @param asked the place as it was when somebody was asked for consent
     * @return false if the clinic has another OSCAR by now; nothing is kept then
     */
    boolean keep(ClinicId clinic, EmrAddress asked, EmrAddress found, OscarSecrets secrets, Instant now) {
        String sealed = EmrCredentials.seal(envelope, clinic, secrets);
        boolean[] same = new boolean[1];
        emrs.change(
                clinic,
                kept -> {
                    same[0] = kept.kind().equals(KIND)
                            && kept.address().orElseThrow().base().equals(asked.base());
                    return same[0] ? new EmrSettings(KIND, kept.live(), Optional.of(found), Optional.of(sealed)) : kept;
                },
                now);
        return same[0];
    }

    private static Problem refused(String code, String detail) {
        return Problem.of(CONFLICT, code, detail);
    }
}
