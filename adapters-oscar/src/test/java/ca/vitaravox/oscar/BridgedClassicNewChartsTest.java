package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class BridgedClassicNewChartsTest extends OscarNewChartsContract {
    BridgedClassicNewChartsTest() {
        super(new BridgedOscars(Line.CLASSIC));
    }
}
