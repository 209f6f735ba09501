package ca.vitaravox.server.endtoend;

import ca.vitaravox.domain.FrontDesk.Emr;
import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.config.DatabaseUrl;
import ca.vitaravox.server.config.Secret;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.serve.Databases;
import ca.vitaravox.server.serve.TestBackends;
import ca.vitaravox.server.testing.TestServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A server that dies, as if its plug were pulled, right before or right after it writes into the EMR. */
final class CrashingServer {
    private CrashingServer() {}

    /** Arguments: before or after, JDBC URL, role, password. Writes its port. */
    public static void main(String[] args) {
        DatabaseUrl url = new DatabaseUrl(args[1], args[2], Optional.of(new Secret(args[3])));
        InstantSource clock = InstantSource.system();
        Database database = Databases.open(url, 4, clock);
        boolean before = args[0].equals("before");
        Backend backend = TestBackends.start(
                TestServer.config(),
                database,
                clock,
                emr -> new Emr(emr.charts(), new Dying(emr.appointments(), before), emr.schedules()));
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println("port " + backend.port());
    }

    private record Dying(Appointments emr, boolean beforeWriting) implements Appointments {
        @Override
        public WriteResult book(ClinicId clinic, NewAppointment appointment, Deadline deadline) {
            if (!beforeWriting) {
                emr.book(clinic, appointment, deadline);
            }
            Runtime.getRuntime().halt(137);
            throw new AssertionError("dead");
        }

        @Override
        public WriteResult cancel(ClinicId clinic, AppointmentId appointment, Deadline deadline) {
            return emr.cancel(clinic, appointment, deadline);
        }

        @Override
        public List<Appointment> on(
                ClinicId clinic, Set<ProviderId> providers, LocalDate first, LocalDate last, Deadline deadline) {
            return emr.on(clinic, providers, first, last, deadline);
        }

        @Override
        public List<Appointment> of(ClinicId clinic, PatientId patient, Deadline deadline) {
            return emr.of(clinic, patient, deadline);
        }
    }
}
