package ca.vitaravox.oscar;

import ca.vitaravox.oscar.standin.Line;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.ZoneId;
import org.junit.jupiter.api.Nested;

/** The stand-ins pass for OSCARs that are in order. */
class StandInLiveTest {
    @Nested
    class OpenO extends StandIn {
        OpenO() {
            super(Line.OPEN_O);
        }
    }

    @Nested
    class Classic extends StandIn {
        Classic() {
            super(Line.CLASSIC);
        }
    }

    abstract static class StandIn extends LiveOscarContract {
        private final Line line;
        private TestOscar standIn;

        StandIn(Line line) {
            this.line = line;
        }

        @Override
        void start() {
            standIn = new TestOscar(line);
        }

        @Override
        void stop() {
            standIn.close();
        }

        @Override
        Oscar oscar() {
            return standIn.oscar;
        }

        @Override
        ClinicId clinic() {
            return standIn.clinic;
        }

        @Override
        ProviderId provider() {
            return new ProviderId("101");
        }

        @Override
        ZoneId zone() {
            return TestOscar.ZONE;
        }
    }
}
