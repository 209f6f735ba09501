package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class BridgedOpenONewChartsTest extends OscarNewChartsContract {
    BridgedOpenONewChartsTest() {
        super(new BridgedOscars(Line.OPEN_O));
    }
}
