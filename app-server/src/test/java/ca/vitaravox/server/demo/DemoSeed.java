package ca.vitaravox.server.demo;

import ca.vitaravox.postgres.Database;
import java.time.InstantSource;

/** Lets tests of other packages fill a database with the demo's clinics. */
public final class DemoSeed {
    private DemoSeed() {}

    /** Fills it, or brings it up to today. */
    public static void bringUpToToday(Database database, InstantSource clock) {
        new DemoData(database, clock).bringUpToToday();
    }
}
