package ca.vitaravox.oscar.standin;

/**
 * A registered REST client.
 *
 * @param key its public key
 * @param secret its secret
 * @param uri what its callbacks must begin with (classic)
 * @param lifetime seconds that its access tokens live, -1 for ever (classic; Open-O does not look)
 */
public record ClientRow(String key, String secret, String uri, int lifetime) {
    /** Never prints the secret. */
    @Override
    public String toString() {
        return "ClientRow[" + key + "]";
    }
}
