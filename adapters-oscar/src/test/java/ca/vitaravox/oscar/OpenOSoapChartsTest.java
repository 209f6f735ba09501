package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.DemographicColumn;
import ca.vitaravox.oscar.standin.Line;

class OpenOSoapChartsTest extends OscarChartsContract {
    OpenOSoapChartsTest() {
        super(new SoapOscars(Line.OPEN_O));
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
