package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class BridgedOpenOChartsTest extends OscarChartsContract {
    BridgedOpenOChartsTest() {
        super(new BridgedOscars(Line.OPEN_O));
    }
}
