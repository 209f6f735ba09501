package ca.vitaravox.domain.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.call.Patience;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatienceDeskTest {
    private final Reception reception = new Reception();

    private boolean isOver(String call, String tool, String kind) {
        return reception.desk.patience().isOver(reception.call(call), tool, kind);
    }

    @Test
    void patience_is_over_with_the_third_failure_of_a_kind_and_stays_over() {
        assertEquals(
                List.of(false, false, true, true),
                Stream.generate(() -> isOver("call", "get_patient", "IDENTITY_NOT_VERIFIED"))
                        .limit(4)
                        .toList());
    }

    @Test
    void failures_of_other_kinds_tools_and_calls_do_not_add_up() {
        for (String call : List.of("one", "two")) {
            for (String tool : List.of("get_patient", "check_appointments")) {
                for (String kind : List.of("IDENTITY_NOT_VERIFIED", "INVALID_ARGUMENT/patient_id")) {
                    assertEquals(false, isOver(call, tool, kind));
                    assertEquals(false, isOver(call, tool, kind));
                }
            }
        }
    }

    @Test
    void an_emr_that_is_silent_now_and_then_is_counted_whichever_tool_asked() {
        Patience patience = reception.desk.patience();
        assertEquals(
                List.of(false, false, true),
                Stream.generate(() -> patience.isOverForSilence(reception.call("call")))
                        .limit(3)
                        .toList());
        assertFalse(patience.isOverForSilence(reception.call("another")));
    }

    @Test
    void while_an_emr_is_left_alone_a_person_takes_over_at_once_and_nothing_is_counted() {
        AtomicBoolean leftAlone = new AtomicBoolean(true);
        Patience patience = reception
                .desk(new FrontDesk.Emr(
                        reception.emr,
                        reception.emr,
                        reception.emr,
                        clinic -> clinic.equals(Reception.CLINIC) && leftAlone.get()))
                .patience();
        for (int failure = 0; failure < Patience.FAILURES; failure++) {
            assertTrue(patience.isOverForSilence(reception.call("call")));
        }
        leftAlone.set(false);
        assertFalse(patience.isOverForSilence(reception.call("call")));
    }
}
