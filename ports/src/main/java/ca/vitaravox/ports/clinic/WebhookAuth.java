package ca.vitaravox.ports.clinic;

/** What a request to the webhook must carry. */
public enum WebhookAuth {
    /** The secret itself, as {@code Authorization: Bearer …} or {@code X-Vapi-Secret}. */
    BEARER,
    /** A signature made with the secret. */
    HMAC,
    /** One of the two; a signature, where there is one, must be right. */
    EITHER;

    /** Whether this asks for less than {@code other}: a signature is more than the secret itself. */
    public boolean isWeakerThan(WebhookAuth other) {
        return other == HMAC && this != HMAC;
    }
}
