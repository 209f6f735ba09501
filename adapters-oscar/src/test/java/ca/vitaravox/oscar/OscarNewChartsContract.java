package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.patient.NewChartsContract;
import ca.vitaravox.ports.patient.Charts;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

/** Charts made in an OSCAR of either line keep their promises. */
abstract class OscarNewChartsContract extends NewChartsContract {
    private final TestOscars oscars;

    OscarNewChartsContract(Line line) {
        this(new TestOscars(line));
    }

    /** The same, reached in another way. */
    OscarNewChartsContract(TestOscars oscars) {
        this.oscars = oscars;
    }

    @AfterEach
    void close() {
        oscars.close();
    }

    @Override
    protected Charts charts() {
        return oscars;
    }

    @Override
    protected Deadline inTime() {
        return new Deadline(Instant.MAX);
    }

    @Override
    protected Deadline tooLate() {
        return new Deadline(Instant.EPOCH);
    }

    @Override
    protected ClinicId newClinic() {
        return oscars.newClinic();
    }
}
