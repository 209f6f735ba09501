package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;

class ClassicChartsTest extends OscarChartsContract {
    ClassicChartsTest() {
        super(Line.CLASSIC);
    }
}
