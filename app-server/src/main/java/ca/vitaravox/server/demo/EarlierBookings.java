package ca.vitaravox.server.demo;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.AppointmentStatus;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.cli.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the demo's callers have in the EMR. */
final class EarlierBookings {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final InstantSource clock;

    EarlierBookings(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Cancels what earlier demos booked for the callers and is still to come, so that they can book again; returns it. */
    List<Appointment> cancel() {
        List<Appointment> booked = ofCallers()
                .filter(each -> each.status() == AppointmentStatus.BOOKED)
                .filter(each -> each.reference().isPresent())
                .filter(each -> each.time().start().isAfter(clock.instant()))
                .toList();
        for (Appointment each : booked) {
            WriteResult result = database.appointments().cancel(DemoClinics.HARBOURVIEW, each.id(), soon());
            if (!(result instanceof WriteResult.Written)) {
                throw new Refused("The booking of the earlier demo cannot be cancelled: start with --fresh.");
            }
            database.bookingJournal().freed(DemoClinics.HARBOURVIEW, each.id(), clock.instant());
        }
        return booked;
    }

    /** The callers' appointment of that id, if the EMR has it standing. */
    Optional<Appointment> standing(AppointmentId id) {
        return ofCallers()
                .filter(each -> each.id().equals(id) && each.status() == AppointmentStatus.BOOKED)
                .findFirst();
    }

    private Stream<Appointment> ofCallers() {
        return DemoPatients.CALLERS.stream()
                .flatMap(caller -> database.appointments().of(DemoClinics.HARBOURVIEW, caller, soon()).stream());
    }

    private Deadline soon() {
        return new Deadline(clock.instant().plus(PATIENCE));
    }
}
