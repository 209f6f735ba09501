package ca.vitaravox.oscar.soap;

/**
 * What a log-in gave: it ends when OSCAR is restarted, or the password changed. Never printed.
 *
 * @param securityId the user's number
 * @param key what stands for the password
 */
record SoapSession(String securityId, String key) {
    @Override
    public String toString() {
        return "SoapSession[...]";
    }
}
