package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.bridge.Bridge;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.UnsealableException;
import ca.vitaravox.server.config.EmrHosts;
import java.util.Optional;
import java.util.function.Supplier;

/** EMRs behind a bridge ({@code ./vitaravox bridge}), whose credentials are an API key, at allowed addresses alone. */
public final class BridgeMaker implements EmrMaker {
    /** What settings call this kind. */
    public static final String KIND = "bridge";

    private final Envelope envelope;
    private final EmrHosts hosts;
    private final Supplier<OscarMeans> means;

    /**
     * A maker that connects to nothing by itself.
     *
     * @param oscars whose client is used
     */
    public BridgeMaker(Envelope envelope, EmrHosts hosts, OscarMaker oscars) {
        this.envelope = envelope;
        this.hosts = hosts;
        this.means = oscars::means;
    }

    @Override
    public ClinicEmr make(ClinicId clinic, EmrSettings settings) {
        EmrAddress address = settings.address().orElseThrow();
        hosts.formRefusal(address.base()).ifPresent(why -> {
            throw new EmrUnavailableException("the bridge of " + clinic + " is not asked: its address " + why);
        });
        try {
            String key = envelope.open(
                    EmrSettings.place(clinic), settings.credentials().orElseThrow());
            Bridge bridge = new Bridge(clinic, address.base(), key, means.get());
            return new ClinicEmr(bridge, bridge, Optional.of(bridge), false, bridge::isLeftAlone, bridge::close);
        } catch (UnsealableException lost) {
            throw new EmrUnavailableException("the key to the bridge of " + clinic + " cannot be opened", lost);
        }
    }
}
