package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.ToldAppointments;
import ca.vitaravox.ports.contract.booking.ToldAppointmentsContract;

class InMemoryToldAppointmentsTest extends ToldAppointmentsContract {
    private final InMemoryToldAppointments told = new InMemoryToldAppointments();

    @Override
    protected ToldAppointments toldAppointments() {
        return told;
    }
}
