package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class BridgedChartsTest extends OscarChartsContract {
    BridgedChartsTest() {
        super(new BridgedOscars(Line.OPEN_O));
    }
}
