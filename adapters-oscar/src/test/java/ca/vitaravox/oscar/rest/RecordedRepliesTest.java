package ca.vitaravox.oscar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.oscar.recorded.Recording;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedRepliesTest {
    static List<Recording> all() {
        return Recording.all();
    }

    private static OscarReply reply(Recording recording) {
        return new OscarReply(recording.status(), recording.bytes());
    }

    private static boolean isJson(Recording recording) {
        return recording.status() == 200 && recording.body().isContainerNode();
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_recorded_answer_is_read_without_loss_or_refused(Recording recording) {
        if (isJson(recording)) {
            assertEquals(recording.body(), reply(recording).json());
        } else if (recording.status() == 204) {
            assertTrue(reply(recording).json().isMissingNode());
        } else {
            assertThrows(EmrUnavailableException.class, () -> reply(recording).json());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_token_is_refused_by_a_401_and_by_a_500_that_names_OAuth(Recording recording) {
        boolean refused =
                recording.status() == 401 || recording.body().toString().contains("OAuth1Exception");
        assertEquals(refused, reply(recording).refusedToken());
    }

    /** One of the recorded 404s had written. */
    @ParameterizedTest
    @MethodSource("all")
    void an_error_within_OSCAR_leaves_open_whether_it_wrote(Recording recording) {
        WriteReply write = reply(recording).asWrite();
        if (isJson(recording)) {
            assertEquals(new WriteReply.Done(recording.body()), write);
        } else if (Set.of(404, 500).contains(recording.status())
                && !reply(recording).refusedToken()) {
            assertInstanceOf(WriteReply.Unsure.class, write);
        } else if (recording.status() / 100 == 4 || reply(recording).refusedToken()) {
            assertInstanceOf(WriteReply.NotDone.class, write);
        }
    }

    /** OSCAR closes the brackets of what it could not finish, so that what is there may lack something. */
    @Test
    void JSON_with_a_fault_behind_it_tells_what_was_written_and_is_no_list_to_rely_on() {
        List<Recording> faulty = Recording.of("/schedule/getAppointment");
        assertTrue(faulty.size() >= 3);
        for (Recording recording : faulty) {
            assertThrows(EmrUnavailableException.class, () -> reply(recording).json());
            WriteReply.Done done =
                    assertInstanceOf(WriteReply.Done.class, reply(recording).asWrite());
            assertTrue(done.answer().path("appointment").path("id").asInt() > 0);
        }
    }

    @Test
    void there_are_recordings_of_every_kind() {
        assertTrue(all().size() > 240);
        assertTrue(all().stream().filter(RecordedRepliesTest::isJson).count() > 90);
        assertTrue(all().stream().filter(each -> reply(each).refusedToken()).count() > 15);
    }
}
