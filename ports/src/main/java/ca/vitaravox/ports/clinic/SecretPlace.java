package ca.vitaravox.ports.clinic;

/**
 * Where a secret is kept: what is sealed for one place opens at no other.
 *
 * @param owner whose it is: {@code clinic/harbourview}, {@code user/…}
 * @param field which of the owner's secrets: {@code totp}
 */
public record SecretPlace(String owner, String field) {
    private static final String CLINIC = "clinic/";

    /** Refuses a place without owner or field. */
    public SecretPlace {
        if (owner.isEmpty() || field.isEmpty()) {
            throw new IllegalArgumentException("a secret has an owner and a field");
        }
    }

    /** A secret of a clinic. */
    public static SecretPlace of(ClinicId clinic, String field) {
        return new SecretPlace(CLINIC + clinic.value(), field);
    }

    /**
     * The clinic whose it is.
     *
     * @throws IllegalStateException if it is somebody else's
     */
    public ClinicId clinic() {
        if (!owner.startsWith(CLINIC)) {
            throw new IllegalStateException(owner + " is no clinic");
        }
        return new ClinicId(owner.substring(CLINIC.length()));
    }
}
