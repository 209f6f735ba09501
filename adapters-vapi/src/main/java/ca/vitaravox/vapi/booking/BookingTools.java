package ca.vitaravox.vapi.booking;

import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.vapi.tool.Tool;
import java.time.InstantSource;
import java.util.List;

/** The tools of this room. */
public final class BookingTools {
    private BookingTools() {}

    /** All of them. */
    public static List<Tool> of(
            ClinicInfo clinicInfo,
            ProviderList providers,
            OpeningSearch openings,
            AppointmentList appointments,
            Booking booking,
            Moving moving,
            Cancellation cancellation,
            InstantSource clock) {
        return List.of(
                new GetProvidersTool(providers),
                new FindEarliestAppointmentTool(openings, clinicInfo),
                new CheckAppointmentsTool(appointments, openings, clock),
                new CreateAppointmentTool(booking),
                new UpdateAppointmentTool(moving),
                new CancelAppointmentTool(cancellation));
    }
}
