package ca.vitaravox.server.serve;

import ca.vitaravox.domain.FrontDesk.Emr;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.ServerConfig;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** Lets tests of other packages put something before the EMR. */
public final class TestBackends {
    private TestBackends() {}

    /** Starts a server whose EMR is what {@code before} makes of the demo's. */
    public static Backend start(
            ServerConfig config, Database database, InstantSource clock, UnaryOperator<Emr> before) {
        return start(config, database, clock, before, Backend.usualTrust());
    }

    /** The same, believing those certificates where calls are controlled. */
    public static Backend start(
            ServerConfig config, Database database, InstantSource clock, UnaryOperator<Emr> before, SSLContext trust) {
        return Backend.start(config, database, clock, before, trust);
    }
}
