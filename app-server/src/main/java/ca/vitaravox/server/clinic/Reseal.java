package ca.vitaravox.server.clinic;

import ca.vitaravox.ports.clinic.Envelope;
import ca.vitaravox.ports.clinic.SealedSecrets;
import ca.vitaravox.ports.clinic.SealedSecrets.Sealed;
import ca.vitaravox.ports.clinic.SecretPlace;
import java.util.List;
import java.util.Optional;

/** Seals under the newest key what is still under an older one, in pages, while servers run. */
public final class Reseal {
    private static final int PAGE = 100;

    private final Envelope envelope;

    /** Over an envelope with the new key first and the old ones after it. */
    public Reseal(Envelope envelope) {
        this.envelope = envelope;
    }

    /**
     * Seals anew; what somebody changes meanwhile is left as they sealed it.
     *
     * @return how many were sealed anew
     * @throws ca.vitaravox.ports.clinic.UnsealableException if one cannot be opened; those before it are done
     */
    public int run(SealedSecrets secrets) {
        int done = 0;
        Optional<SecretPlace> after = Optional.empty();
        List<Sealed> page = secrets.page(after, PAGE);
        while (!page.isEmpty()) {
            for (Sealed each : page) {
                done += !envelope.isCurrent(each.text()) && reseal(secrets, each) ? 1 : 0;
            }
            after = Optional.of(page.get(page.size() - 1).place());
            page = secrets.page(after, PAGE);
        }
        return done;
    }

    private boolean reseal(SealedSecrets secrets, Sealed each) {
        return secrets.replace(each, envelope.seal(each.place(), envelope.open(each.place(), each.text())));
    }
}
