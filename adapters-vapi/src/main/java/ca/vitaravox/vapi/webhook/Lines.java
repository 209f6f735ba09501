package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.CalledLine;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.Line;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The lines that can be called, each reached only by what its clinic takes for proof: the webhook's one way to a clinic.
 * Thread-safe.
 */
final class Lines {
    private static final int LINES_REMEMBERED = 10_000;

    private final ClinicDirectory directory;
    private final ClinicKeys keys;
    private final Map<CalledLine, Ground> last = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CalledLine, Ground> oldest) {
            return size() > LINES_REMEMBERED;
        }
    });

    Lines(ClinicDirectory directory, ClinicKeys keys) {
        this.directory = directory;
        this.keys = keys;
    }

    /** What decides whether a line is reached, as it last was. */
    private record Ground(ClinicId clinic, boolean hasOwn) {}

    /** Whose line was called, for somebody who got in by this. */
    Owner owner(CalledLine called, Proof proof) {
        Optional<Line> line = directory.line(called);
        if (line.isEmpty()) {
            last.remove(called);
            return new Owner.Nobody();
        }
        Ground ground = new Ground(line.get().clinic(), keys.hasOwn(line.get().clinic()));
        last.put(called, ground);
        boolean enough = ground.hasOwn()
                ? proof instanceof Proof.OfClinic of && of.clinic().equals(ground.clinic())
                : proof instanceof Proof.OfPlatform;
        return enough ? new Owner.Known(line.get()) : new Owner.OutOfReach();
    }

    /** Whether this reached the line as it last was; told from memory alone, and only for what needs no clinic's data. */
    boolean reached(CalledLine called, Proof proof) {
        Ground ground = last.get(called);
        if (ground == null) {
            return false;
        }
        return ground.hasOwn()
                ? proof instanceof Proof.Remembered
                        || proof instanceof Proof.OfClinic of && of.clinic().equals(ground.clinic())
                : proof instanceof Proof.OfPlatform;
    }

    /** Whose line it is, whoever asks: for finding out by what they may get in. */
    Optional<ClinicId> clinic(CalledLine called) {
        return directory.line(called).map(Line::clinic);
    }
}
