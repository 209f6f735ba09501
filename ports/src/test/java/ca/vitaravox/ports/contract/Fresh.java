package ca.vitaravox.ports.contract;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.SlotId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import java.util.UUID;

/** Ids that no other test has. */
public final class Fresh {
    private Fresh() {}

    /** A clinic. */
    public static ClinicId clinic() {
        return new ClinicId("c" + hex());
    }

    /** A phone call. */
    public static CallId call() {
        return new CallId(UUID.randomUUID().toString());
    }

    /** A slot. */
    public static SlotId slot() {
        return new SlotId(hex().substring(0, 12));
    }

    /** An appointment. */
    public static AppointmentId appointment() {
        return new AppointmentId(hex());
    }

    /** A fictional phone number. */
    public static PhoneNumber phone() {
        return new PhoneNumber(
                "+1604555" + (10_000_000 + Math.abs(UUID.randomUUID().hashCode() % 90_000_000)));
    }

    /** Any other id: 32 characters. */
    public static String hex() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
