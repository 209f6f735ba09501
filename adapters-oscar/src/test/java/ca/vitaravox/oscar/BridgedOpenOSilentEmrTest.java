package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class BridgedOpenOSilentEmrTest extends OscarSilentEmrContract {
    BridgedOpenOSilentEmrTest() {
        super(new BridgedOscars(Line.OPEN_O));
    }
}
