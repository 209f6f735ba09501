package ca.vitaravox.domain.simulation;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.booking.AppointmentList.Result;
import ca.vitaravox.ports.booking.PatientAppointment;
import ca.vitaravox.ports.patient.PatientId;

/** To hear of one's appointments. */
record Listen(Promises promises, PatientId patient) implements Errand<Result> {
    @Override
    public Result ask(Receptionist desk, CallContext call) {
        return desk.appointmentList().list(call, patient, false);
    }

    @Override
    public void heard(Question question, Result answer) {
        if (answer instanceof Result.Listed listed) {
            listed.appointments().forEach(each -> promises.stands(question, each));
        }
    }

    @Override
    public String inShort(Result answer) {
        return answer instanceof Result.Listed listed
                ? "Listed "
                        + listed.appointments().stream()
                                .map(PatientAppointment::id)
                                .toList()
                : Errand.super.inShort(answer);
    }

    @Override
    public String toString() {
        return "hear of the appointments of patient " + patient;
    }
}
