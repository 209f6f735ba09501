package ca.vitaravox.oscar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.standin.AppointmentTypeRow;
import ca.vitaravox.oscar.standin.Endpoint;
import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.booking.EmrListing.ListedProvider;
import ca.vitaravox.ports.booking.EmrListing.ListedType;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffAndListsTest {
    private TestOscar oscar;

    @AfterEach
    void close() {
        oscar.close();
    }

    private boolean leave(String patient, Duration patience) {
        return oscar.oscar
                .staffNotes()
                .leave(
                        oscar.clinic,
                        new PatientId(patient),
                        new ProviderId("101"),
                        "Please call back",
                        oscar.within(patience));
    }

    @ParameterizedTest
    @EnumSource
    void a_note_is_left_to_staff_about_a_patient(Line line) {
        oscar = new TestOscar(line);
        assertTrue(leave("1", Duration.ofSeconds(30)));
        assertEquals(1, oscar.server.tables().ticklers().all().size());
    }

    @ParameterizedTest
    @EnumSource
    void a_note_about_nobody_or_without_an_answer_is_not_said_to_be_left(Line line) {
        oscar = new TestOscar(line);
        assertFalse(leave("nobody", Duration.ofSeconds(30)));
        oscar.oscar.examine(oscar.inTime());
        oscar.server.faults().next(Endpoint.ADD_TICKLER, Fault.hang());
        assertFalse(leave("1", Duration.ofMillis(200)));
        assertEquals(0, oscar.server.tables().ticklers().all().size());
    }

    @ParameterizedTest
    @EnumSource
    void providers_and_types_are_listed(Line line) {
        oscar = new TestOscar(line);
        oscar.server.tables().types().add(new AppointmentTypeRow(1, "Follow-up", "", 15));
        oscar.server.tables().types().add(new AppointmentTypeRow(2, "Odd", "", 0));
        List<ListedProvider> providers = oscar.oscar.listing().providers(oscar.clinic, oscar.inTime());
        assertTrue(providers.contains(
                new ListedProvider(new ProviderId("101"), "First101", "Last101", Optional.of("Family Medicine"))));
        assertTrue(
                providers.contains(new ListedProvider(new ProviderId("102"), "First102", "Last102", Optional.empty())));
        assertEquals(
                List.of(
                        new ListedType("Follow-up", Optional.of(Duration.ofMinutes(15))),
                        new ListedType("Odd", Optional.empty())),
                oscar.oscar.listing().types(oscar.clinic, oscar.inTime()));
    }
}
