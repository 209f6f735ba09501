package ca.vitaravox.domain.emr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import ca.vitaravox.ports.access.Deadline;
import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.Appointments;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.booking.ScheduleSettings;
import ca.vitaravox.ports.booking.Schedules;
import ca.vitaravox.ports.booking.TimeRange;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.contract.Fresh;
import ca.vitaravox.ports.contract.booking.AppointmentsContract;
import ca.vitaravox.ports.contract.booking.SchedulesContract;
import ca.vitaravox.ports.contract.booking.SilentEmrContract;
import ca.vitaravox.ports.contract.patient.ChartsContract;
import ca.vitaravox.ports.contract.patient.NewChartsContract;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.Charts;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.ports.patient.PatientName;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryEmrTest {
    private static final Deadline IN_TIME = new Deadline(Instant.MAX);

    private final InMemoryEmr emr = new InMemoryEmr(ZoneId.of("America/Vancouver"));
    private final ClinicId clinic = Fresh.clinic();

    private WriteResult book() {
        TimeRange time = TimeRange.from(Instant.parse("2026-05-04T16:00:00Z"), Duration.ofMinutes(15));
        NewAppointment wanted = new NewAppointment(
                new ProviderId("101"), new PatientId("1"), time, "Checkup", Optional.empty(), Fresh.slot());
        return emr.book(clinic, wanted, IN_TIME);
    }

    @Test
    void an_emr_that_is_down_writes_nothing_for_certain() {
        emr.trouble(Trouble.DOWN);
        assertInstanceOf(WriteResult.NotWritten.class, book());
        assertEquals(0, emr.everything(clinic).size());
    }

    @Test
    void an_emr_may_write_without_an_answer() {
        emr.trouble(Request.BOOK, Trouble.UNANSWERED);
        assertInstanceOf(WriteResult.Unknown.class, book());
        assertEquals(1, emr.everything(clinic).size());
    }

    @Test
    void a_late_write_arrives_once_when_it_is_told_to() {
        emr.trouble(Request.BOOK, Trouble.LATE);
        assertInstanceOf(WriteResult.Unknown.class, book());
        assertEquals(0, emr.everything(clinic).size());
        emr.lateWritesArrive();
        emr.lateWritesArrive();
        assertEquals(1, emr.everything(clinic).size());
    }

    @Test
    void something_may_happen_just_before_a_request_and_requests_are_counted() {
        emr.before(Request.BOOK, () -> emr.trouble(Trouble.SILENT));
        assertInstanceOf(WriteResult.Unknown.class, book());
        assertEquals(1, emr.count(Request.BOOK));
        assertEquals(0, emr.count(Request.CANCEL));
    }

    @Nested
    class AsCharts extends ChartsContract {
        @Override
        protected Charts charts() {
            return emr;
        }

        @Override
        protected Chart onFile(ClinicId ofClinic, Chart wanted) {
            return emr.put(ofClinic, wanted);
        }

        @Override
        protected void deactivate(ClinicId ofClinic, PatientId patient) {
            emr.deactivate(ofClinic, patient);
        }

        @Override
        protected Deadline inTime() {
            return IN_TIME;
        }
    }

    @Nested
    class AsNewCharts extends NewChartsContract {
        @Override
        protected Charts charts() {
            return emr;
        }

        @Override
        protected Deadline inTime() {
            return IN_TIME;
        }

        @Override
        protected Deadline tooLate() {
            return new Deadline(Instant.MIN);
        }
    }

    @Nested
    class AsAppointments extends AppointmentsContract {
        private int lastPatient;

        @Override
        protected Appointments appointments() {
            return emr;
        }

        @Override
        protected AppointmentId staffWrite(ClinicId ofClinic, Appointment appointment) {
            return emr.put(ofClinic, appointment);
        }

        @Override
        protected PatientId newPatient(ClinicId ofClinic) {
            PatientId id = new PatientId("" + ++lastPatient);
            emr.put(
                    ofClinic,
                    new Chart(
                            id,
                            new PatientName("Robin", "Castellan"),
                            LocalDate.of(1985, 3, 15),
                            Optional.empty(),
                            List.of(),
                            Optional.empty(),
                            false,
                            false));
            return id;
        }

        @Override
        protected Deadline inTime() {
            return IN_TIME;
        }
    }

    @Nested
    class AsSchedules extends SchedulesContract {
        @Override
        protected Schedules schedules() {
            return emr;
        }

        @Override
        protected ScheduleSettings scheduleSettings() {
            return emr;
        }

        @Override
        protected Deadline inTime() {
            return IN_TIME;
        }
    }

    @Nested
    class FallenSilent extends SilentEmrContract {
        @Override
        protected Charts charts() {
            return emr;
        }

        @Override
        protected Appointments appointments() {
            return emr;
        }

        @Override
        protected void fallSilent(ClinicId ofClinic) {
            emr.trouble(Trouble.SILENT);
        }

        @Override
        protected Deadline soon() {
            return IN_TIME;
        }
    }
}
