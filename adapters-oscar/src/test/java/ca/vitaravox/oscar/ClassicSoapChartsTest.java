package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.DemographicColumn;
import ca.vitaravox.oscar.standin.Line;

class ClassicSoapChartsTest extends OscarChartsContract {
    ClassicSoapChartsTest() {
        super(new SoapOscars(Line.CLASSIC));
    }

    @Override
    protected DemographicColumn secondNumber() {
        return DemographicColumn.PHONE2;
    }

    @Override
    protected boolean findsByEveryNumber() {
        return true;
    }
}
