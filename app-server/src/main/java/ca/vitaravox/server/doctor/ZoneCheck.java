package ca.vitaravox.server.doctor;

import ca.vitaravox.server.time.BundledZones;
import ca.vitaravox.server.time.Zones;
import java.util.List;

/** Whether clocks are read by the time-zone data that comes along. */
final class ZoneCheck implements Check {
    private static final String ABOUT = "time-zone data";

    @Override
    public List<Finding> look() {
        String used = Zones.inUse();
        return List.of(
                Zones.areOurs()
                        ? Finding.good(ABOUT, "IANA " + used + ".")
                        : Finding.bad(
                                ABOUT,
                                "the JDK's " + used + " is in use, not our " + BundledZones.VERSION
                                        + ": start through ./vitaravox, which chooses ours."));
    }
}
