package ca.vitaravox.vapi.assistant;

/**
 * Something of a provider's: {@code deepgram/nova-2}, {@code azure/en-CA-ClaraNeural}.
 *
 * @param provider the voice platform's word for the provider
 * @param name the provider's word for the thing
 */
public record Provided(String provider, String name) {
    /**
     * Reads {@code provider/name}.
     *
     * @throws IllegalArgumentException if it is not written so
     */
    public static Provided of(String written) {
        if (!written.matches("[a-z0-9-]{2,40}/[A-Za-z0-9._:-]{1,80}")) {
            throw new IllegalArgumentException("is not written as provider/name, as in deepgram/nova-2");
        }
        int slash = written.indexOf('/');
        return new Provided(written.substring(0, slash), written.substring(slash + 1));
    }
}
