package ca.vitaravox.server.cli;

import ca.vitaravox.server.config.ConfigException;
import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.config.Requirements;
import ca.vitaravox.server.config.ServerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --config}, for every command that reads the configuration. */
public final class ConfigOption {
    private final Map<String, String> environment;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with configuration keys; the environment wins over it.")
    private Path file;

    /** The option over this environment. */
    public ConfigOption(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The configuration.
     *
     * @throws Refused with everything that is wrong with it
     */
    public ServerConfig read() {
        try {
            return ConfigReader.read(environment, Optional.ofNullable(file));
        } catch (ConfigException wrong) {
            throw refusal("The configuration cannot be used", wrong.problems());
        }
    }

    /**
     * The configuration, if a server with patients behind it may start with it.
     *
     * @throws Refused with everything that is malformed, missing or weak
     */
    public ServerConfig readForServing() {
        try {
            return Requirements.met(environment, Optional.ofNullable(file));
        } catch (ConfigException wrong) {
            throw refusal("VitaraVox does not start", wrong.problems());
        }
    }

    /** A refusal that lists its reasons, one a line. */
    public static Refused refusal(String what, List<String> reasons) {
        return new Refused(what + ":\n  - " + String.join("\n  - ", reasons));
    }
}
