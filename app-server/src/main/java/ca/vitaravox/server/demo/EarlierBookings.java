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

/** What the demo's caller has in the EMR. */
final class EarlierBookings {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Database database;
    private final InstantSource clock;

    EarlierBookings(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Cancels what earlier demos booked for the caller and is still to come, so that the next can book; returns it. */
    List<Appointment> cancel() {
        List<Appointment> booked = ofCaller().stream()
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

    /** The caller's appointment of that id, if the EMR has it standing. */
    Optional<Appointment> standing(AppointmentId id) {
        return ofCaller().stream()
                .filter(each -> each.id().equals(id) && each.status() == AppointmentStatus.BOOKED)
                .findFirst();
    }

    private List<Appointment> ofCaller() {
        return database.appointments().of(DemoClinics.HARBOURVIEW, DemoPatients.ROBIN, soon());
    }

    private Deadline soon() {
        return new Deadline(clock.instant().plus(PATIENCE));
    }
}
