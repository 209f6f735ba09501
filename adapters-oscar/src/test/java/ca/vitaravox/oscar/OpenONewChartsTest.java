package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class OpenONewChartsTest extends OscarNewChartsContract {
    OpenONewChartsTest() {
        super(Line.OPEN_O);
    }
}
