package ca.vitaravox.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://app:s%40s%2Fa+me@db_1:5433/clinic?sslmode=require",
                "postgres://app:s%40s%2Fa+me@db_1:5433/clinic?sslmode=require",
                "jdbc:postgresql://app:s%40s%2Fa+me@db_1:5433/clinic?sslmode=require",
                "jdbc:postgresql://db_1:5433/clinic?user=app&sslmode=require&password=s%40s%2Fa+me"
            })
    void every_usual_spelling_says_the_same(String written) {
        DatabaseUrl url = DatabaseUrl.of(written);

        assertEquals("jdbc:postgresql://db_1:5433/clinic?sslmode=require", url.jdbcUrl());
        assertEquals("app", url.user());
        assertEquals(Optional.of(new Secret("s@s/a+me")), url.password());
    }

    @Test
    void a_password_may_be_left_out() {
        assertEquals(
                new DatabaseUrl("jdbc:postgresql://localhost/clinic", "app", Optional.empty()),
                DatabaseUrl.of("postgresql://app@localhost/clinic"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sesame",
                "http://app:sesame@host/db",
                "postgresql://app:sesame@host",
                "postgresql://app:sesame@host/",
                "postgresql://host/sesame",
                "postgresql://app:ses@me@host/db",
                "postgresql://app:sesame%ZZ@host/db",
                "postgresql://app:ses/ame@host/db",
                "postgresql://app:sesame@host/db name"
            })
    void anything_else_is_refused_without_repeating_it(String written) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.of(written));

        assertFalse(refused.getMessage().contains("ses"));
    }
}
