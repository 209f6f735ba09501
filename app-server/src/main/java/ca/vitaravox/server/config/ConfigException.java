package ca.vitaravox.server.config;

import java.util.List;

/** A configuration that cannot be used: everything that is wrong with it, a sentence each, no value among the words. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** A configuration with these problems, at least one. */
    public ConfigException(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the keys. */
    public List<String> problems() {
        return problems;
    }
}
