package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class BridgedAppointmentsTest extends OscarAppointmentsContract {
    BridgedAppointmentsTest() {
        super(new BridgedOscars(Line.OPEN_O));
    }
}
