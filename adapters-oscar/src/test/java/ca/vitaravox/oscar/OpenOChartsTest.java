package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class OpenOChartsTest extends OscarChartsContract {
    OpenOChartsTest() {
        super(Line.OPEN_O);
    }
}
