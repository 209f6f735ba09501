package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class BridgedNewChartsTest extends OscarNewChartsContract {
    BridgedNewChartsTest() {
        super(new BridgedOscars(Line.OPEN_O));
    }
}
