package ca.vitaravox.vapi.platform;

/** What is set up at the voice platform, in the order in which one thing can name another. */
enum Kind {
    CREDENTIAL("credential", "provider"),
    TOOL("tool", "type"),
    ASSISTANT("assistant", ""),
    SQUAD("squad", ""),
    NUMBER("phone-number", "provider");

    private final String path;
    private final String fixed;

    Kind(String path, String fixed) {
        this.path = path;
        this.fixed = fixed;
    }

    /** Its path below the interface's address. */
    String path() {
        return path;
    }

    /** The field that is set when it is made and refused in a change; empty if there is none. */
    String fixed() {
        return fixed;
    }

    /** Whether what the platform answers of it may be kept and shown: it holds neither a secret nor a carrier's. */
    boolean open() {
        return this != CREDENTIAL && this != NUMBER;
    }
}
