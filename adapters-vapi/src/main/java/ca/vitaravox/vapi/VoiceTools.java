package ca.vitaravox.vapi;

import ca.vitaravox.ports.clinic.PhoneNumbers;
import ca.vitaravox.vapi.booking.BookingTools;
import ca.vitaravox.vapi.call.CallTools;
import ca.vitaravox.vapi.clinic.ClinicTools;
import ca.vitaravox.vapi.patient.PatientTools;
import ca.vitaravox.vapi.tool.DeclaredToolbox;
import ca.vitaravox.vapi.tool.HandingOver;
import ca.vitaravox.vapi.tool.Tool;
import ca.vitaravox.vapi.tool.Toolbox;
import ca.vitaravox.vapi.waitlist.WaitlistTools;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Puts the voice tools of all rooms together. */
public final class VoiceTools {
    private VoiceTools() {}

    /** The toolbox that works with these use cases; {@code clock} is the application's. */
    public static Toolbox of(UseCases useCases, PhoneNumbers phoneNumbers, InstantSource clock) {
        List<Tool> tools = Stream.of(
                        ClinicTools.of(useCases.clinicInfo(), clock),
                        WaitlistTools.telling(
                                useCases.waitlist(),
                                PatientTools.of(
                                        useCases.patientLookup(), useCases.registration(), useCases.clinicInfo())),
                        WaitlistTools.of(useCases.waitlist(), useCases.clinicInfo()),
                        BookingTools.of(
                                useCases.clinicInfo(),
                                useCases.providers(),
                                useCases.openings(),
                                useCases.appointments(),
                                useCases.booking(),
                                useCases.moving(),
                                useCases.cancellation(),
                                clock),
                        CallTools.of(useCases.diary(), useCases.transfer()))
                .flatMap(List::stream)
                .toList();
        Toolbox declared = new DeclaredToolbox(tools, useCases.clinicInfo(), phoneNumbers, clock);
        return new HandingOver(declared, useCases.patience());
    }
}
