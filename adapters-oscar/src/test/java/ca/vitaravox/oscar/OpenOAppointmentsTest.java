package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class OpenOAppointmentsTest extends OscarAppointmentsContract {
    OpenOAppointmentsTest() {
        super(Line.OPEN_O);
    }
}
