package ca.vitaravox.oscar.standin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * A row of {@code appointment}: a booking, a block, or what was cancelled. An immutable value.
 *
 * @param number the appointment number
 * @param provider the provider number, whether there is such a provider or not
 * @param date the day, in the server's zone
 * @param startTime when it begins
 * @param endTime its last minute: one minute before the next may begin; before {@code startTime} if it crosses midnight
 * @param patient the demographic number, 0 for a block
 * @param details what was typed
 * @param status the status, of which the first letter counts; may be null, which hides it from the day sheet
 * @param changes who wrote it and when
 */
public record AppointmentRow(
        int number,
        String provider,
        LocalDate date,
        LocalTime startTime,
        LocalTime endTime,
        int patient,
        Details details,
        String status,
        Changes changes) {
    /** The name by which OSCAR's own pages know a blocked time, for which nobody may be booked. */
    public static final String DO_NOT_BOOK = "Do_Not_Book";

    /**
     * What was typed when it was booked.
     *
     * @param name the patient's name at the time, or {@link #DO_NOT_BOOK}
     * @param style a colour, null if booked over the interface
     * @param reasonCode a number from the list of reasons, or null
     */
    public record Details(
            String name,
            String notes,
            String reason,
            String location,
            String resources,
            String type,
            String urgency,
            String style,
            Integer reasonCode) {
        /** Cut to the widths of the columns. */
        Details cut() {
            return new Details(
                    Texts.cut(name, 50),
                    Texts.cut(notes, 255),
                    Texts.cut(reason, 80),
                    Texts.cut(location, 30),
                    Texts.cut(resources, 255),
                    Texts.cut(type, 50),
                    Texts.cut(urgency, 30),
                    style,
                    reasonCode);
        }

        Details ofUrgency(String other) {
            return new Details(name, notes, reason, location, resources, type, other, style, reasonCode);
        }

        Details ofType(String other) {
            return new Details(name, notes, reason, location, resources, other, urgency, style, reasonCode);
        }
    }

    /**
     * Who wrote a row, and when.
     *
     * @param by the provider who created it, or a log-in name
     * @param lastBy the provider who changed it last; cancelling over the interface does not count
     */
    public record Changes(Instant created, Instant updated, String by, String lastBy) {
        Changes at(Instant now) {
            return new Changes(created, now, by, lastBy);
        }
    }

    /** When it begins. */
    public LocalDateTime start() {
        return date.atTime(startTime);
    }

    /** Whether it was cancelled, signed or verified included. */
    public boolean isCancelled() {
        return status != null && status.startsWith("C");
    }

    /** Whether the day sheet shows it: not if its status is exactly C, or missing (measured). */
    boolean isOnDaySheet() {
        return status != null && !status.equals("C");
    }

    AppointmentRow withStatus(String other, Instant now) {
        return new AppointmentRow(number, provider, date, startTime, endTime, patient, details, other, changes.at(now));
    }

    AppointmentRow with(Details other, Instant now) {
        return new AppointmentRow(number, provider, date, startTime, endTime, patient, other, status, changes.at(now));
    }

    /** As the table keeps it: texts cut, status two characters. */
    AppointmentRow stored() {
        return new AppointmentRow(
                number, provider, date, startTime, endTime, patient, details.cut(), Texts.cut(status, 2), changes);
    }
}
