package ca.vitaravox.oscar.booking;

import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.SlotId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What we write into the free texts of an appointment. Its notes carry our mark, by which it is known again after a
 * reply that was lost. OSCAR cuts what is too long without a word, or fails, so nothing too long is sent; nor characters
 * beyond the Basic Multilingual Plane, which its tables cannot hold.
 */
final class AppointmentText {
    private static final int LONGEST_REASON = 80;
    private static final int LONGEST_NOTES = 255;
    private static final int LONGEST_TYPE = 50;
    private static final Pattern MARK = Pattern.compile("\\(VitaraVox ([a-z0-9]{4,12})\\)");

    private AppointmentText() {}

    static String reason(NewAppointment wanted) {
        return cut(wanted.reason().orElse(""), LONGEST_REASON);
    }

    /** Our mark, and the whole reason where its own field is too short for it. */
    static String notes(NewAppointment wanted) {
        String mark = "Booked by phone (VitaraVox " + wanted.reference() + ")";
        String more = wanted.reason()
                .filter(reason -> reason.length() > LONGEST_REASON)
                .map(reason -> " " + reason)
                .orElse("");
        return cut(mark + more, LONGEST_NOTES);
    }

    static String type(NewAppointment wanted) {
        return cut(wanted.emrType(), LONGEST_TYPE);
    }

    static Optional<SlotId> reference(String notes) {
        Matcher mark = MARK.matcher(notes);
        return mark.find() ? Optional.of(new SlotId(mark.group(1))) : Optional.empty();
    }

    private static String cut(String text, int most) {
        String plain = text.replaceAll("[^\\x{0}-\\x{FFFF}]", "");
        return plain.length() <= most ? plain : plain.substring(0, most);
    }
}
