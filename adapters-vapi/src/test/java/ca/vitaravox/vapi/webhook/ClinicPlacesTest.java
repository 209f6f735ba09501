package ca.vitaravox.vapi.webhook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicId;
import org.junit.jupiter.api.Test;

class ClinicPlacesTest {
    private static final ClinicId CLINIC = new ClinicId("harbourview");

    private final ClinicPlaces places = new ClinicPlaces();

    @Test
    void one_clinic_takes_so_many_and_no_more_until_one_is_left() {
        for (int i = 0; i < ClinicPlaces.OF_ONE_CLINIC; i++) {
            assertTrue(places.take(CLINIC));
        }
        assertFalse(places.take(CLINIC));
        assertTrue(places.take(new ClinicId("cedar-lane")));
        places.leave(CLINIC);
        assertTrue(places.take(CLINIC));
        assertFalse(places.take(CLINIC));
    }

    @Test
    void nothing_is_remembered_of_a_clinic_that_nobody_calls() {
        places.take(CLINIC);
        places.take(CLINIC);
        places.leave(CLINIC);
        assertFalse(places.isEmpty());
        places.leave(CLINIC);
        assertTrue(places.isEmpty());
    }
}
