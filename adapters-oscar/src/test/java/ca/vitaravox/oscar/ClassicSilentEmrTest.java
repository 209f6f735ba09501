package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class ClassicSilentEmrTest extends OscarSilentEmrContract {
    ClassicSilentEmrTest() {
        super(Line.CLASSIC);
    }
}
