package ca.vitaravox.oscar.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.access.OAuthCredentials;
import ca.vitaravox.oscar.access.TokenKey;
import ca.vitaravox.oscar.standin.DemographicRow;
import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokenTrialTest {
    @ParameterizedTest
    @EnumSource(Line.class)
    void with_every_right_nothing_is_missing(Line line) throws IOException {
        try (NewClinic clinic = new NewClinic(line)) {
            assertEquals(Set.of(), taken(clinic, clinic.connect()).missing());
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void each_right_that_is_missing_is_named(Line line) throws IOException {
        try (NewClinic clinic = new NewClinic(line)) {
            OAuthCredentials credentials = clinic.connect();
            clinic.provider(Map.of("_appointment", 'r', "_demographic", 'w'));

            assertEquals(
                    Set.of(Right.BOOK, Right.LEAVE_NOTES),
                    taken(clinic, credentials).missing());
        }
    }

    @Test
    void a_line_that_cannot_tell_of_rights_denies_none() throws IOException {
        try (NewClinic clinic = new NewClinic(Line.CLASSIC)) {
            OAuthCredentials credentials = clinic.connect();
            clinic.oscar.faults().always(Endpoint.HAS_RIGHT, Fault.status(404));

            assertEquals(Set.of(), taken(clinic, credentials).missing());
        }
    }

    @ParameterizedTest
    @CsvSource({"OPEN_O, true", "CLASSIC, false"})
    void a_lifetime_of_zero_ends_a_classic_token_a_second_later(Line line, boolean taken) throws IOException {
        try (NewClinic clinic = new NewClinic(line, 0, Duration.ZERO)) {
            OAuthCredentials credentials = clinic.connect();
            clinic.now.updateAndGet(now -> now.plusSeconds(1));

            assertEquals(taken, clinic.standing(credentials) instanceof Standing.Taken);
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void a_token_that_is_not_there_is_refused_and_a_silent_oscar_says_nothing_of_it(Line line) throws IOException {
        try (NewClinic clinic = new NewClinic(line)) {
            OAuthCredentials credentials = clinic.connect();
            assertEquals(
                    new Standing.Refused(), clinic.standing(NewClinic.CLIENT.with(new TokenKey("gone", "for-good"))));

            clinic.oscar.faults().always(Endpoint.OAUTH_INFO, Fault.status(503));
            assertInstanceOf(Standing.Silent.class, clinic.standing(credentials));
        }
    }

    @ParameterizedTest
    @EnumSource(Line.class)
    void appointments_of_summer_and_winter_tell_the_zone(Line line) throws IOException {
        try (NewClinic clinic = new NewClinic(line)) {
            int patient =
                    clinic.oscar.staff().register(DemographicRow.columns("TESTER", "ANN", LocalDate.of(1990, 1, 1)));
            for (int month : List.of(5, 11)) {
                clinic.oscar
                        .staff()
                        .book("101", LocalDateTime.of(2026, month, 12, 9, 0), Duration.ofMinutes(15), patient, "");
            }

            ZoneSigns zones = taken(clinic, clinic.connect()).zones();

            assertTrue(zones.fit(NewClinic.ZONE), zones::toString);
            assertEquals(NewClinic.ZONE, zones.fitting().get(0));
            // classic writes days as texts, so that one moment of the provider's own record has to do
            assertEquals(line == Line.OPEN_O ? 1 : 2, zones.fitting().size());
        }
    }

    @Test
    void a_zone_that_has_kept_summer_time_fits_an_oscar_that_has_not_heard_of_it() {
        ZoneSigns old = new ZoneSigns(Map.of(
                Instant.parse("2027-01-12T08:00:00Z"), -8 * 60,
                Instant.parse("2026-07-12T07:00:00Z"), -7 * 60));

        assertEquals(List.of(ZoneId.of("America/Vancouver")), old.fitting());
    }

    @Test
    void an_oscar_that_tells_nothing_fits_every_zone_and_names_none() {
        ZoneSigns none = new ZoneSigns(Map.of());

        assertTrue(none.fit(NewClinic.ZONE));
        assertEquals(List.of(), none.fitting());
    }

    private static Standing.Taken taken(NewClinic clinic, OAuthCredentials credentials) {
        return assertInstanceOf(Standing.Taken.class, clinic.standing(credentials));
    }
}
