package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Fault;
import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.booking.SilentEmrContract;
import ca.vitaravox.ports.patient.Charts;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

/** What is promised of a silent EMR holds of a silent OSCAR of either line. */
abstract class OscarSilentEmrContract extends SilentEmrContract {
    private final TestOscars oscars;

    OscarSilentEmrContract(Line line) {
        this(new TestOscars(line));
    }

    /** The same, reached in another way. */
    OscarSilentEmrContract(TestOscars oscars) {
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
    protected Appointments appointments() {
        return oscars;
    }

    /** It falls silent once the clocks were compared. */
    @Override
    protected void fallSilent(ClinicId ofClinic) {
        TestOscar oscar = oscars.of(ofClinic);
        oscar.oscar.examine(oscar.inTime());
        oscar.server.faults().everywhere(Fault.hang());
    }

    @Override
    protected Deadline soon() {
        return new Deadline(InstantSource.system().instant().plus(Duration.ofMillis(200)));
    }

    @Override
    protected ClinicId newClinic() {
        return oscars.newClinic();
    }
}
