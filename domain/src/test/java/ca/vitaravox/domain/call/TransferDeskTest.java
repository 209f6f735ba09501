package ca.vitaravox.domain.call;

import static ca.vitaravox.domain.Reception.CASTELLAN_HOME;
import static ca.vitaravox.domain.Reception.CLINIC;
import static ca.vitaravox.domain.Reception.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.domain.Reception;
import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallTransfer.Request;
import ca.vitaravox.ports.call.CallTransfer.Result;
import ca.vitaravox.ports.call.TransferDestination;
import ca.vitaravox.ports.call.TransferPlan;
import ca.vitaravox.ports.call.TransferReason;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.Province;
import ca.vitaravox.ports.task.Message;
import ca.vitaravox.ports.task.Task;
import ca.vitaravox.ports.task.TaskKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferDeskTest {
    private static final TransferDestination DESK =
            new TransferDestination(new PhoneNumber("+16045550189"), "Front desk", false);
    private static final TransferDestination NURSE =
            new TransferDestination(new PhoneNumber("+16045550190"), "Nurse line", true);
    private static final Optional<PhoneNumber> OTHER = Optional.of(new PhoneNumber("+16045550177"));

    private final Reception reception = new Reception();

    @BeforeEach
    void the_clinic_has_a_desk_a_nurse_line_and_nobody_for_prescriptions() {
        reception.transferPlans.save(
                CLINIC,
                new TransferPlan(
                        Map.of(
                                TransferReason.MEDICAL_QUESTION,
                                Optional.of(NURSE),
                                TransferReason.PRESCRIPTION,
                                Optional.empty()),
                        Optional.of(DESK)));
        at(MONDAY, "10:00");
    }

    private void at(LocalDate day, String time) {
        reception.now.set(Reception.at(day, time));
    }

    private Result transfer(TransferReason reason) {
        return transfer(reception.call("call"), reason, Optional.of("Wants a word."));
    }

    private Result transfer(CallContext call, TransferReason reason, Optional<String> summary) {
        return reception.desk.callTransfer().transfer(call, new Request(reason, summary, Optional.empty()));
    }

    private CallContext withheld() {
        return reception.call("call", Optional.empty());
    }

    private Message onlyMessage() {
        List<Task> open = reception.tasks.open(CLINIC, 10);
        assertEquals(1, open.size());
        assertEquals(TaskKind.MESSAGE, open.get(0).kind());
        assertEquals(Optional.of(new CallId("call")), open.get(0).call());
        return open.get(0).message().orElseThrow();
    }

    @Test
    void in_opening_hours_each_reason_goes_where_the_clinic_says() {
        assertEquals(new Result.HandedOn(DESK, false), transfer(TransferReason.BILLING));
        assertEquals(new Result.HandedOn(NURSE, false), transfer(TransferReason.MEDICAL_QUESTION));
        assertEquals(Optional.of(NURSE), reception.transfers.chosen(CLINIC, new CallId("call")));
        assertEquals(List.of(), reception.tasks.open(CLINIC, 10));
    }

    @Test
    void hours_decide_to_the_minute() {
        at(MONDAY, "09:00");
        assertEquals(new Result.HandedOn(DESK, false), transfer(TransferReason.BILLING));
        reception.now.set(Reception.at(MONDAY, "12:00").minusMillis(1));
        assertEquals(new Result.HandedOn(DESK, true), transfer(TransferReason.BILLING));
        at(MONDAY, "12:00");
        assertEquals(new Result.MessageTaken(false), transfer(TransferReason.BILLING));
        reception.now.set(Reception.at(MONDAY, "09:00").minusMillis(1));
        assertEquals(new Result.MessageTaken(true), transfer(TransferReason.BILLING));
    }

    @Test
    void on_a_holiday_and_a_weekend_a_message_is_taken() {
        reception.settings(draft -> draft.holidays = Optional.of(Province.ONTARIO));
        at(Reception.HOLIDAY, "10:00");
        assertEquals(new Result.MessageTaken(false), transfer(TransferReason.FRUSTRATED));
        at(MONDAY.minusDays(1), "10:00");
        assertEquals(new Result.MessageTaken(false), transfer(TransferReason.BILLING));
    }

    @Test
    void a_line_that_is_always_there_is_there_at_night() {
        at(MONDAY, "03:00");
        assertEquals(new Result.HandedOn(NURSE, false), transfer(TransferReason.MEDICAL_QUESTION));
    }

    @Test
    void a_reason_nobody_takes_calls_for_becomes_a_message_in_opening_hours_too() {
        assertEquals(new Result.MessageTaken(false), transfer(TransferReason.PRESCRIPTION));
        assertEquals(
                new Message(
                        Optional.of(CASTELLAN_HOME),
                        Optional.of(CASTELLAN_HOME),
                        "prescription",
                        Optional.of("Wants a word.")),
                onlyMessage());
    }

    @Test
    void a_call_leaves_five_messages_at_most_and_may_repeat_each_of_them() {
        for (int i = 1; i <= TransferDesk.MOST_MESSAGES; i++) {
            assertEquals(new Result.MessageTaken(false), leaves("No. " + i));
        }
        assertEquals(5, TransferDesk.MOST_MESSAGES);
        assertEquals(new Result.MessagesFull(), leaves("No. 6"));
        assertEquals(new Result.MessageTaken(true), leaves("No. 5"));
        assertEquals(5, reception.tasks.open(CLINIC, 10).size());
        CallContext another = reception.call("another", Optional.of(CASTELLAN_HOME));
        assertEquals(
                new Result.MessageTaken(false), transfer(another, TransferReason.LEAVE_MESSAGE, Optional.of("No. 6")));
    }

    private Result leaves(String message) {
        CallContext call = reception.call("call", Optional.of(CASTELLAN_HOME));
        return transfer(call, TransferReason.LEAVE_MESSAGE, Optional.of(message));
    }

    @Test
    void who_wants_to_leave_a_message_is_put_through_to_nobody() {
        assertEquals(new Result.MessageTaken(false), transfer(TransferReason.LEAVE_MESSAGE));
        assertEquals("leave_message", onlyMessage().reason());
        assertEquals(
                new Result.WordsNeeded(),
                transfer(reception.call("call"), TransferReason.LEAVE_MESSAGE, Optional.empty()));
    }

    @Test
    void the_number_said_is_called_back_before_the_calling_number() {
        reception
                .desk
                .callTransfer()
                .transfer(
                        reception.call("call"),
                        new Request(TransferReason.PRESCRIPTION, Optional.of("A refill."), OTHER));
        assertEquals(
                new Message(Optional.of(CASTELLAN_HOME), OTHER, "prescription", Optional.of("A refill.")),
                onlyMessage());
    }

    @Test
    void without_any_number_there_is_no_message_unless_the_caller_is_just_late() {
        assertEquals(
                new Result.NumberNeeded(), transfer(withheld(), TransferReason.PRESCRIPTION, Optional.of("A refill.")));
        at(MONDAY, "13:00");
        assertEquals(new Result.NumberNeeded(), transfer(withheld(), TransferReason.RUNNING_LATE, Optional.empty()));
        assertEquals(List.of(), reception.tasks.open(CLINIC, 10));
        assertEquals(
                new Result.MessageTaken(false),
                transfer(withheld(), TransferReason.RUNNING_LATE, Optional.of("Wei Zhang, ten minutes.")));
        assertTrue(onlyMessage().callBack().isEmpty());
    }

    @Test
    void the_reason_and_a_number_are_enough_for_a_message() {
        assertEquals(
                new Result.MessageTaken(false),
                transfer(reception.call("call"), TransferReason.PRESCRIPTION, Optional.empty()));
        assertTrue(onlyMessage().text().isEmpty());
    }

    @Test
    void the_same_message_left_twice_in_a_call_is_one_and_another_is_another() {
        assertEquals(new Result.MessageTaken(false), transfer(TransferReason.PRESCRIPTION));
        assertEquals(new Result.MessageTaken(true), transfer(TransferReason.PRESCRIPTION));
        assertEquals(
                new Result.MessageTaken(false),
                transfer(reception.call("call"), TransferReason.PRESCRIPTION, Optional.of("And one thing more.")));
        assertEquals(
                new Result.MessageTaken(false),
                transfer(reception.call("other"), TransferReason.PRESCRIPTION, Optional.of("Wants a word.")));
        assertEquals(3, reception.tasks.open(CLINIC, 10).size());
    }

    @ParameterizedTest
    @EnumSource(TransferReason.class)
    void a_clinic_without_a_plan_takes_a_message_whatever_the_reason(TransferReason reason) {
        reception.transferPlans.save(CLINIC, TransferPlan.MESSAGES_ONLY);
        assertEquals(new Result.MessageTaken(false), transfer(reason));
        assertEquals(reason.word(), onlyMessage().reason());
    }
}
