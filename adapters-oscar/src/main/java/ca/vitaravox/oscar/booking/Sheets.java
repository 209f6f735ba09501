package ca.vitaravox.oscar.booking;

import ca.vitaravox.oscar.rest.OscarLink;
import ca.vitaravox.oscar.rest.OscarReply;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** Reads what is booked on days of OSCAR's calendar, and learns how this OSCAR's day sheets are. Thread-safe. */
final class Sheets {
    private final OscarLink link;
    private final Zones zones;
    private final LongestType longest;
    private final AtomicBoolean tellLengths = new AtomicBoolean(true);

    Sheets(OscarLink link, Zones zones, Duration longestVisit) {
        this.link = link;
        this.zones = zones;
        this.longest = new LongestType(link, longestVisit);
    }

    Collection<Appointment> on(Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
        boolean believed = tellLengths.get();
        List<SheetReading> plan = new SheetPlan(believed).readings(providers, first, last);
        List<OscarReply> replies = ask(plan, deadline);
        if (any(plan, replies, SheetReading::isClassic)) {
            tellLengths.set(false);
        }
        if (believed && any(plan, replies, SheetReading::lacksLengths)) {
            plan = new SheetPlan(false).readings(providers, first, last);
            replies = ask(plan, deadline);
        }
        return read(plan, replies, deadline);
    }

    private List<OscarReply> ask(List<SheetReading> plan, Deadline deadline) {
        return link.read(plan.stream().map(SheetReading::request).toList(), deadline);
    }

    private static boolean any(
            List<SheetReading> plan, List<OscarReply> replies, BiPredicate<SheetReading, OscarReply> kind) {
        return IntStream.range(0, plan.size()).anyMatch(i -> kind.test(plan.get(i), replies.get(i)));
    }

    /** What is in several answers counts once, as the month has it, which knows its length. */
    private Collection<Appointment> read(List<SheetReading> plan, List<OscarReply> replies, Deadline deadline) {
        Map<AppointmentId, Appointment> found = new HashMap<>();
        for (int i = 0; i < plan.size(); i++) {
            SheetReading reading = plan.get(i);
            for (Appointment each : reading.appointments(replies.get(i), zones, () -> longest.by(deadline))) {
                found.merge(each.id(), each, (known, another) -> reading.month() ? another : known);
            }
        }
        return found.values();
    }
}
