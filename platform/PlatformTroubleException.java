package ca.vitaravox.vapi.platform;

/** The voice platform did not do what it was asked. The message says what to do, and holds no secret. */
public final class PlatformTroubleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PlatformTroubleException(String message) {
        super(message);
    }

    PlatformTroubleException(String message, Throwable cause) {
        super(message, cause);
    }
}
