package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.ClinicId;
import java.util.Optional;

/** By what a request got in, and so what it may reach. */
sealed interface Proof {
    /** The signature it was, if it was one. */
    Optional<Signature> signature();

    /** The platform's secret: reaches the lines of clinics that have none of their own. */
    record OfPlatform(Optional<Signature> signature) implements Proof {}

    /** A clinic's own secret: reaches that clinic's lines and no others. */
    record OfClinic(ClinicId clinic, Optional<Signature> signature) implements Proof {}

    /** A clinic's secret as it last was, while it cannot be read: reaches what needs no clinic. */
    record Remembered() implements Proof {
        @Override
        public Optional<Signature> signature() {
            return Optional.empty();
        }
    }
}
