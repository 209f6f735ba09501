package ca.vitaravox.postgres.booking;

import static org.junit.jupiter.api.Assertions.assertFalse;

import ca.vitaravox.domain.access.SharedClock;
import ca.vitaravox.ports.booking.BookingJournal;
import ca.vitaravox.ports.booking.HoldLedger;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.booking.SteppedClocksContract;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSteppedClocksTest extends SteppedClocksContract {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    @Override
    protected HoldLedger holdLedger() {
        return POSTGRES.database().holdLedger();
    }

    @Override
    protected BookingJournal bookingJournal() {
        return POSTGRES.database().bookingJournal();
    }

    @Override
    protected ClinicId newClinic() {
        return POSTGRES.newClinic();
    }

    @Override
    protected InstantSource clock(Machine machine) {
        SharedClock clock = new SharedClock(machine.wall(), machine::nanos);
        clock.follow(machine::shared);
        return clock;
    }

    private static Instant postgresSays() throws SQLException {
        try (Connection connection = POSTGRES.asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    @Test
    void the_time_all_servers_can_ask_for_is_that_of_postgresql() throws SQLException {
        Instant before = postgresSays();
        Instant said = POSTGRES.database().connections().time();
        assertFalse(said.isBefore(before));
        assertFalse(said.isAfter(postgresSays()));
    }
}
