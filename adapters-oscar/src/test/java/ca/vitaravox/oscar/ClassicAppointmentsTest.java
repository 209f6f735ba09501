package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class ClassicAppointmentsTest extends OscarAppointmentsContract {
    ClassicAppointmentsTest() {
        super(Line.CLASSIC);
    }
}
