package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class OpenOSilentEmrTest extends OscarSilentEmrContract {
    OpenOSilentEmrTest() {
        super(Line.OPEN_O);
    }
}
