package ca.vitaravox.server.time;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;

/**
 * Which time zones this JVM goes by. Apart from {@link BundledZones}, because touching a provider has the JDK choose one,
 * once for all: the choice must be made before.
 */
public final class Zones {
    private static final String PROPERTY = "java.time.zone.DefaultZoneRulesProvider";
    private static final String OURS = "ca.vitaravox.server.time.BundledZones";
    private static final String KNOWN_TO_ALL = "America/Vancouver";

    private Zones() {}

    /**
     * Makes the bundled zones those of the whole JVM. To be called before anything asks {@code java.time} for a zone.
     *
     * @throws IllegalStateException if it is too late, since a zone was asked for already
     */
    public static void install() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, OURS);
        }
        if (!areOurs()) {
            throw new IllegalStateException("Time-zone data " + inUse() + " of the JDK is in use instead of our "
                    + BundledZones.VERSION + ": start through ./vitaravox, or with -D" + PROPERTY + "=" + OURS + ".");
        }
    }

    /** The release of the IANA database that is in use, such as {@code 2026f}. */
    public static String inUse() {
        return ZoneRulesProvider.getVersions(KNOWN_TO_ALL).lastKey();
    }

    /** Whether it is the bundled one. */
    public static boolean areOurs() {
        return inUse().equals(BundledZones.VERSION);
    }

    /**
     * A place's zone, not a mere offset, which knows no summer.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public static ZoneId named(String text) {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(text)) {
            throw new IllegalArgumentException("is no zone such as America/Vancouver");
        }
        return ZoneId.of(text);
    }
}
