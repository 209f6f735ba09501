package ca.vitaravox.vapi.waitlist;

import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.waitlist.Waitlist;
import ca.vitaravox.vapi.tool.Tool;
import java.util.List;

/** The tools of this room. */
public final class WaitlistTools {
    private WaitlistTools() {}

    /** All of them. */
    public static List<Tool> of(Waitlist waitlist, ClinicInfo clinicInfo) {
        return List.of(new AddToWaitlistTool(waitlist, clinicInfo));
    }

    /** The same tools, but whoever they identify hears of an opening that is offered to them. */
    public static List<Tool> telling(Waitlist waitlist, List<Tool> identifying) {
        return identifying.stream()
                .<Tool>map(tool -> new TellingOfOpenings(tool, waitlist))
                .toList();
    }
}
