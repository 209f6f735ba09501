package ca.vitaravox.postgres.clinic;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrNews;
import java.time.Duration;
import java.util.List;

/** Which clinics' EMR settings were changed. */
public final class PostgresEmrNews implements EmrNews {
    /** The channel on which the table tells it. */
    public static final String CHANNEL = "clinic_emrs";

    private final Listening listening;

    /** Listens on this connection, and closes it. */
    public PostgresEmrNews(Listening listening) {
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
