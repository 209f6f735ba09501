package ca.vitaravox.server.emr;

import ca.vitaravox.oscar.connect.Right;
import ca.vitaravox.oscar.connect.Standing;
import ca.vitaravox.oscar.connect.Trouble;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What a token that works still lacks. */
public final class Lacking {
    private Lacking() {}

    /** All of it, in the order in which to mend it. */
    public static List<Trouble> of(Standing.Taken taken, ZoneId zone) {
        List<Trouble> lacking = new ArrayList<>();
        for (Right right : Right.values()) {
            if (taken.missing().contains(right)) {
                lacking.add(new Trouble.PrivilegeMissing(right));
            }
        }
        if (!taken.zones().fit(zone)) {
            lacking.add(new Trouble.ZoneDiffers(taken.zones().fitting()));
        }
        return lacking;
    }
}
