package ca.vitaravox.vapi.webhook;

/** What a request to the webhook must carry. */
public enum AuthMode {
    /** The secret itself, as {@code Authorization: Bearer …} or {@code X-Vapi-Secret}. */
    BEARER,
    /** A signature made with the secret. */
    HMAC,
    /** One of the two; a signature, where there is one, must be right. */
    EITHER
}
