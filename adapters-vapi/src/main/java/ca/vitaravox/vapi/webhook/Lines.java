package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Line;
import java.util.Optional;

/**
 * The lines that can be called, each reached only by what its clinic takes for proof: the webhook's one way to a clinic.
 * Thread-safe.
 */
final class Lines {
    private final ClinicDirectory directory;
    private final ClinicKeys keys;

    Lines(ClinicDirectory directory, ClinicKeys keys) {
        this.directory = directory;
        this.keys = keys;
    }

    /** Whose line was called, for somebody who got in by this. */
    Owner owner(CalledLine called, Proof proof) {
        Optional<Line> line = directory.line(called);
        if (line.isEmpty()) {
            return new Owner.Nobody();
        }
        ClinicId clinic = line.get().clinic();
        boolean enough = keys.hasOwn(clinic)
                ? proof instanceof Proof.OfClinic of && of.clinic().equals(clinic)
                : proof instanceof Proof.OfPlatform;
        return enough ? new Owner.Known(line.get()) : new Owner.OutOfReach();
    }

    /** Whose line it is, whoever asks: for finding out by what they may get in. */
    Optional<ClinicId> clinic(CalledLine called) {
        return directory.line(called).map(Line::clinic);
    }
}
