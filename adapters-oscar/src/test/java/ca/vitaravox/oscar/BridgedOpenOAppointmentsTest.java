package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class BridgedOpenOAppointmentsTest extends OscarAppointmentsContract {
    BridgedOpenOAppointmentsTest() {
        super(new BridgedOscars(Line.OPEN_O));
    }
}
