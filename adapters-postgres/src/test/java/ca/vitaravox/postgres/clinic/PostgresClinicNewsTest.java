package ca.vitaravox.postgres.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ClinicNews;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.TestDatabase;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresClinicNewsTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void what_one_server_tells_is_heard_on_every_other_and_by_itself() {
        List<ClinicId> told = List.of(POSTGRES.newClinic(), POSTGRES.newClinic());
        try (Database other = POSTGRES.ofAnotherServer();
                ClinicNews there = other.news().days();
                ClinicNews here = POSTGRES.database().news().days()) {
            POSTGRES.database().clinics().tell(told);

            for (ClinicNews news : List.of(there, here)) {
                Set<ClinicId> heard = new HashSet<>();
                while (heard.size() < told.size()) {
                    List<ClinicId> next = news.await(PATIENCE);
                    assertEquals(false, next.isEmpty(), "nothing more is heard than " + heard);
                    heard.addAll(next);
                }
                assertEquals(Set.copyOf(told), heard);
            }
        }
    }
}
