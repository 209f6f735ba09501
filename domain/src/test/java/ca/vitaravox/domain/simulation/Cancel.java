package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Cancellation;
import ca.vitaravox.ports.booking.Cancellation.Result;
import java.util.Optional;

/** To have an appointment cancelled. */
record Cancel(Promises promises, AppointmentId appointment) implements Errand<Result> {
    @Override
    public Result ask(Receptionist desk, CallContext call) {
        promises.of(new Kept(call.clinic(), appointment)).cancellingAsked();
        return desk.cancellation().cancel(call, new Cancellation.Command(appointment, true, Optional.empty()));
    }

    @Override
    public boolean isFinal(Result answer) {
        return !isOpen(Optional.of(answer));
    }

    @Override
    public void heard(Question question, Result answer) {
        if (answer instanceof Result.Cancelled cancelled) {
            promises.gone(new Kept(question.clinic(), cancelled.appointment().id()));
        }
    }

    static boolean isOpen(Optional<Result> answer) {
        return answer.map(each -> each instanceof Result.Pending || each instanceof Result.EmrUnavailable)
                .orElse(true);
    }

    @Override
    public String toString() {
        return "cancel " + appointment;
    }
}
