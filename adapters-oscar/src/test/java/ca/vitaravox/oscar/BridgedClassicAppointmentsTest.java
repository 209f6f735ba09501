package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class BridgedClassicAppointmentsTest extends OscarAppointmentsContract {
    BridgedClassicAppointmentsTest() {
        super(new BridgedOscars(Line.CLASSIC));
    }
}
