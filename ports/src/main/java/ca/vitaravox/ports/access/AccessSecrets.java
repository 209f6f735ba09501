package ca.vitaravox.ports.access;

/** Driven port: what nobody may guess. Thread-safe. */
public interface AccessSecrets {
    /** A new id. */
    String id();

    /** A refresh token: 256 random bits, as text that fits a cookie. */
    String token();

    /** A password to be typed once: at least 80 random bits. */
    String password();

    /** A secret for a second factor: 160 random bits in Base32. */
    String secondFactor();

    /** A recovery code: at least 64 random bits, readable. */
    String recoveryCode();
}
