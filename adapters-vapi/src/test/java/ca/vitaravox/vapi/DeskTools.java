package ca.vitaravox.vapi;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.vapi.tool.Toolbox;
import java.time.InstantSource;
import java.util.Optional;

/** The voice tools over a whole reception. */
public final class DeskTools {
    private DeskTools() {}

    /**
     * The tools over this reception.
     *
     * @param booking how it books
     */
    public static Toolbox over(FrontDesk desk, Booking booking, InstantSource clock) {
        UseCases useCases = new UseCases(
                desk.clinicInfo(),
                desk.providerList(),
                desk.patientLookup(),
                desk.registration(),
                desk.openingSearch(),
                desk.appointmentList(),
                booking,
                desk.moving(),
                desk.cancellation(),
                desk.callDiary(),
                desk.callTransfer(),
                desk.waitlist(),
                desk.patience());
        return VoiceTools.of(useCases, DeskTools::number, clock);
    }

    /** Reads E.164 and nothing else. */
    public static Optional<PhoneNumber> number(String written) {
        return Optional.of(new PhoneNumber(written));
    }
}
