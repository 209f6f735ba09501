package ca.vitaravox.server.access;

/** How secrets that are kept are shown: by their last four characters, and short ones not at all. */
public final class Secrets {
    private static final int SHOWN = 4;
    private static final int SHORT = 12;

    private Secrets() {}

    /** The end of a secret. */
    public static String end(String secret) {
        return secret.length() < SHORT ? "…" : "…" + secret.substring(secret.length() - SHOWN);
    }
}
