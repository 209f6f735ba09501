package ca.vitaravox.domain.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.domain.Reception;
import java.util.List;
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
}
