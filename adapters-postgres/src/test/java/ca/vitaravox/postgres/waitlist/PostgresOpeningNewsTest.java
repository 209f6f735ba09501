package ca.vitaravox.postgres.waitlist;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.FreedOpening;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.waitlist.OfferBook;
import ca.vitaravox.ports.waitlist.OpeningNews;
import ca.vitaravox.ports.waitlist.PutOff;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.postgres.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOpeningNewsTest {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Instant NOW = TestDatabase.NOW;

    @Test
    void a_server_hears_what_comes_free_at_another_and_not_what_is_put_off() {
        ClinicId clinic = POSTGRES.newClinic();
        OfferBook offers = POSTGRES.database().waitlist().offers();
        try (Database other = POSTGRES.ofAnotherServer();
                OpeningNews news = other.news().openings()) {
            assertFalse(news.await(MOMENT));
            POSTGRES.database()
                    .freedOpenings()
                    .add(
                            clinic,
                            new FreedOpening(
                                    new AppointmentId("7"),
                                    new ProviderId("101"),
                                    TimeRange.from(NOW.plus(Duration.ofDays(1)), Duration.ofMinutes(15)),
                                    Optional.empty()),
                            NOW);
            assertTrue(news.await(PATIENCE));
            List<OfferBook.Case> taken = offers.take(10, NOW, NOW.plusSeconds(60));
            offers.again(taken.get(0), NOW.plusSeconds(300), PutOff.BLOCKED);
            POSTGRES.database().waitlist().seen().watch(clinic, NOW);
            assertFalse(news.await(MOMENT));
        }
    }
}
