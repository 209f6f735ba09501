package ca.vitaravox.postgres.waitlist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.waitlist.SeenAppointmentsContract;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.SeenAppointments;
import ca.vitaravox.ports.waitlist.SeenAppointments.Standing;
import ca.vitaravox.postgres.OnPostgres;
import ca.vitaravox.postgres.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostgresSeenAppointmentsTest extends SeenAppointmentsContract implements OnPostgres {
    private static final ProviderId WEXFORD = new ProviderId("101");
    private static final Instant SWITCHED = TestDatabase.NOW;
    private static final TimeRange WINDOW = TimeRange.from(SWITCHED, Duration.ofDays(28));

    @Override
    protected SeenAppointments seenAppointments() {
        return POSTGRES.database().waitlist().seen();
    }

    @Override
    protected OfferBook offerBook() {
        return POSTGRES.database().waitlist().offers();
    }

    @Override
    protected void emptyTheQueue() {
        POSTGRES.empty("waitlist_work");
    }

    /** Another EMR has other appointments: that they are missing there means nothing, nor what came late from the old one. */
    @Test
    void a_clinic_that_changes_to_another_emr_frees_nothing_by_it() throws SQLException {
        ClinicId clinic = newClinic();
        Standing old = standing("7", SWITCHED.plus(Duration.ofDays(1)));
        Standing late = standing("8", SWITCHED.plus(Duration.ofDays(2)));
        see(clinic, SWITCHED.minusSeconds(10), old, late);
        POSTGRES.administer("INSERT INTO clinic_emrs (clinic_id, kind, live, base_url, signing_url, zone, credentials,"
                + " changed_at, switched_at) VALUES ('" + clinic.value() + "', 'oscar', true, 'https://emr.test',"
                + " 'https://emr.test', 'America/Vancouver', 'sealed', '" + SWITCHED + "', '" + SWITCHED + "')");
        Instant believed = SWITCHED.plus(SeenAppointments.AFTER_A_SWITCH);
        see(clinic, believed.minusMillis(1));
        see(clinic, believed.minusMillis(1), late);
        assertEquals(0, freed(clinic));
        see(clinic, believed, standing("9", SWITCHED.plus(Duration.ofDays(3))));
        assertEquals(0, freed(clinic));
        see(clinic, believed.plusSeconds(1));
        assertEquals(1, freed(clinic));
    }

    private static Standing standing(String id, Instant start) {
        return new Standing(new AppointmentId(id), TimeRange.from(start, Duration.ofMinutes(15)));
    }

    private void see(ClinicId clinic, Instant now, Standing... there) {
        seenAppointments().see(clinic, WEXFORD, WINDOW, List.of(there), now);
    }

    private long freed(ClinicId clinic) {
        return offerBook().take(20, SWITCHED.plusSeconds(900), SWITCHED.plusSeconds(901)).stream()
                .filter(each -> each.clinic().equals(clinic))
                .count();
    }
}
