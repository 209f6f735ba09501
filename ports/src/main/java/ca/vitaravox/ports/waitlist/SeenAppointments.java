package ca.vitaravox.ports.waitlist;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Driven port: which appointments the EMRs of clinics were last seen to have, so that what is gone the next time is
 * noticed, and which clinics are to be looked at. Each method is one transaction. Thread-safe, among all servers.
 */
public interface SeenAppointments {
    /** For how long after a clinic changed to another EMR nothing read of it is believed: it may be the old one's. */
    Duration AFTER_A_SWITCH = Duration.ofMinutes(1);

    /** From {@code now} on a clinic is to be looked at. */
    void watch(ClinicId clinic, Instant now);

    /** Takes clinics that are to be looked at, the longest due first; until {@code until} nobody else is given them. */
    List<Look> take(int most, Instant now, Instant until);

    /** A clinic that was taken is to be looked at again from {@code due} on; unless somebody watches it anew since. */
    void again(Look taken, Instant due);

    /** A clinic that was taken need not be looked at any more; unless somebody watches it anew since. */
    void rest(Look taken);

    /**
     * Keeps what an EMR has of a provider from {@code now} until the end of {@code window}, in the place of what was seen
     * there last, and notes as {@linkplain ca.vitaravox.ports.booking.FreedOpening freed} the times of appointments that are
     * no longer there, or at another time. Within {@link #AFTER_A_SWITCH} nothing is kept nor freed.
     *
     * @param there all that takes time of the provider and begins in the window
     */
    void see(ClinicId clinic, ProviderId provider, TimeRange window, List<Standing> there, Instant now);

    /**
     * A clinic to look at.
     *
     * @param clinic which
     * @param until until when nobody else is given it
     */
    record Look(ClinicId clinic, Instant until) {}

    /**
     * An appointment as it stands.
     *
     * @param id the EMR's id
     * @param time when
     */
    record Standing(AppointmentId id, TimeRange time) {}
}
