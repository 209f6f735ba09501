package ca.vitaravox.vapi;

import ca.vitaravox.ports.booking.AppointmentList;
import ca.vitaravox.ports.booking.Booking;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Moving;
import ca.vitaravox.ports.booking.OpeningSearch;
import ca.vitaravox.ports.booking.ProviderList;
import ca.vitaravox.ports.call.CallDiary;
import ca.vitaravox.ports.call.CallTransfer;
import ca.vitaravox.ports.call.Patience;
import ca.vitaravox.ports.clinic.ClinicInfo;
import ca.vitaravox.ports.patient.PatientLookup;
import ca.vitaravox.ports.patient.Registration;
import ca.vitaravox.ports.waitlist.Waitlist;

/**
 * What the voice platform can have done here.
 *
 * @param clinicInfo what anybody may know about a clinic
 * @param providers whom callers may book
 * @param patientLookup who is calling
 * @param registration new patients
 * @param openings finding and holding openings
 * @param appointments a patient's appointments
 * @param booking booking a slot
 * @param moving moving an appointment
 * @param cancellation cancelling an appointment
 * @param diary keeping each call's record
 * @param transfer handing calls to people
 * @param waitlist waiting for an opening, and hearing of one
 * @param patience when a person takes over
 */
public record UseCases(
        ClinicInfo clinicInfo,
        ProviderList providers,
        PatientLookup patientLookup,
        Registration registration,
        OpeningSearch openings,
        AppointmentList appointments,
        Booking booking,
        Moving moving,
        Cancellation cancellation,
        CallDiary diary,
        CallTransfer transfer,
        Waitlist waitlist,
        Patience patience) {}
