package ca.vitaravox.ports.audit;

import ca.vitaravox.ports.clinic.ClinicId;
import java.util.Optional;

/**
 * Which chain of entries: each clinic's trail is one, the trail of access another.
 *
 * @param value {@code audit/} and the clinic's id, or {@code access}
 */
public record ChainName(String value) {
    /** The trail of who got in, and of who changed whose access. */
    public static final ChainName ACCESS = new ChainName("access");

    private static final String OF_CLINIC = "audit/";

    /** Such a name. */
    public ChainName {
        if (!value.equals("access") && !value.startsWith(OF_CLINIC)) {
            throw new IllegalArgumentException("no name of a chain");
        }
    }

    /** The chain of a clinic's trail. */
    public static ChainName of(ClinicId clinic) {
        return new ChainName(OF_CLINIC + clinic.value());
    }

    /** Whose trail it is; empty for that of access. */
    public Optional<ClinicId> clinic() {
        return value.startsWith(OF_CLINIC)
                ? Optional.of(new ClinicId(value.substring(OF_CLINIC.length())))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
