package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.booking.HoldLedger.Block;
import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.ports.clinic.Closure;
import ca.vitaravox.ports.clinic.Language;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.clinic.VisitTypeCode;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** Use case: what a provider's days look like, for staff. Thread-safe. */
@FunctionalInterface
public interface ProviderDays {
    /** The most days that are shown at once. */
    int MOST = 7;

    /**
     * These days, one after the other. What an EMR does not tell in time is missing from them, and said to be; of a
     * provider and a month an EMR is asked once at most, and not again within seconds.
     *
     * @throws NoSuchElementException if the clinic has no such provider, or no such visit type
     */
    List<Day> of(Question question);

    /**
     * Which days of whom.
     *
     * @param clinic the clinic, with the closures that are shown
     * @param provider whose days
     * @param first the first day, by the clinic's calendar
     * @param days how many, 1 to {@link #MOST}
     * @param visitType for what there are openings
     * @param language in which holidays are named
     */
    record Question(
            Clinic clinic, ProviderId provider, LocalDate first, int days, VisitTypeCode visitType, Language language) {
        /** Refuses fewer days or more. */
        public Question {
            if (days < 1 || days > MOST) {
                throw new IllegalArgumentException("1 to " + MOST + " days are shown at once");
            }
        }
    }

    /** What an EMR may fail to tell; openings are missing with any other part. */
    enum Part {
        /** When the provider works. */
        SCHEDULE,
        /** What takes their time. */
        APPOINTMENTS,
        /** What callers are offered. */
        OPENINGS
    }

    /**
     * A day.
     *
     * @param day which
     * @param closed when nobody is seen, in order of their starts; may overlap
     * @param working when they work, by their schedule
     * @param appointments what takes their time in the EMR, in order
     * @param blocks what calls hold, are booking, or just booked, where the EMR does not show it yet; in order
     * @param openings the times that callers are offered for the visit type, to whomever the provider sees; in order, may
     *     overlap
     * @param missing what the EMR did not tell; it is empty above
     */
    record Day(
            LocalDate day,
            List<Closed> closed,
            List<TimeRange> working,
            List<Appointment> appointments,
            List<Block> blocks,
            List<TimeRange> openings,
            Set<Part> missing) {
        /** Copies the lists. */
        public Day {
            closed = List.copyOf(closed);
            working = List.copyOf(working);
            appointments = List.copyOf(appointments);
            blocks = List.copyOf(blocks);
            openings = List.copyOf(openings);
            missing = Set.copyOf(missing);
        }

        /** Whether some of this time is closed. */
        public boolean closes(TimeRange time) {
            return closed.stream().anyMatch(each -> each.time().overlaps(time));
        }
    }

    /**
     * Time that is closed.
     *
     * @param time when: the whole day or a part of it
     * @param reason as spoken
     * @param closure the clinic's or the provider's; empty for a statutory holiday
     */
    record Closed(TimeRange time, String reason, Optional<Closure> closure) {
        /** Whether all of the day is closed. */
        public boolean wholeDay() {
            return closure.flatMap(Closure::hours).isEmpty();
        }
    }
}
