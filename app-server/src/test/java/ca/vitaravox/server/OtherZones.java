package ca.vitaravox.server;

import java.time.ZoneId;

/** A process in which something (an agent, a profiler) asked for a time zone before us, and so got the JDK's. */
final class OtherZones {
    private OtherZones() {}

    /** Runs a command after that. */
    public static void main(String[] args) {
        ZoneId.of("America/Vancouver").getRules();
        Main.main(args);
    }
}
