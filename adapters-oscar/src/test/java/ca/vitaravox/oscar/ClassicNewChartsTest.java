package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class ClassicNewChartsTest extends OscarNewChartsContract {
    ClassicNewChartsTest() {
        super(Line.CLASSIC);
    }
}
