package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class BridgedClassicChartsTest extends OscarChartsContract {
    BridgedClassicChartsTest() {
        super(new BridgedOscars(Line.CLASSIC));
    }
}
