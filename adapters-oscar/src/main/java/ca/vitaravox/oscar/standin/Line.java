package ca.vitaravox.oscar.standin;

/** Which OSCAR is stood in for: the two answer the same calls differently. */
public enum Line {
    /**
     * Open-O of October 2025. Failed authorization is a 500 with an XML fault and costs nothing; nonces and lifetimes of
     * tokens are not checked; the day sheet is a bare list with durations; lists have their JAXB names.
     */
    OPEN_O("application/json;charset=UTF-8"),
    /**
     * OSCAR 15 and 19. Failed authorization is an empty 401 and deletes the access token; a nonce counts once and a token
     * lives as long as its client's lifetime says; the day sheet is an object and has no durations; every list is called
     * {@code content}.
     */
    CLASSIC("application/json");

    private final String json;

    Line(String json) {
        this.json = json;
    }

    /** The content type of its JSON. */
    String json() {
        return json;
    }

    boolean isClassic() {
        return this == CLASSIC;
    }
}
