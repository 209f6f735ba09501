package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class BridgedClassicSilentEmrTest extends OscarSilentEmrContract {
    BridgedClassicSilentEmrTest() {
        super(new BridgedOscars(Line.CLASSIC));
    }
}
