package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class BridgedSilentEmrTest extends OscarSilentEmrContract {
    BridgedSilentEmrTest() {
        super(new BridgedOscars(Line.OPEN_O));
    }
}
