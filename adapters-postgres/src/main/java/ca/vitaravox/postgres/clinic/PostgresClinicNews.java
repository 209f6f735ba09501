package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicNews;
import java.time.Duration;
import java.util.List;

/** The clinics that are notified on one channel. */
public final class PostgresClinicNews implements ClinicNews {
    /** The channel on which the table of EMR settings tells whose were changed. */
    public static final String EMRS = "clinic_emrs";

    /** The channel on which servers tell each other where something happened: {@link ClinicTables#tell}. */
    public static final String DAY = "clinic_day";

    private final Listening listening;

    /** Listens on this connection, and closes it. */
    public PostgresClinicNews(Listening listening) {
        this.listening = listening;
    }

    @Override
    public List<ClinicId> await(Duration atMost) {
        return listening.await(atMost).stream().map(ClinicId::new).toList();
    }

    @Override
    public void close() {
        listening.close();
    }
}
