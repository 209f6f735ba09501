package ca.vitaravox.oscar.bridge;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.NewAppointment;
import ca.vitaravox.ports.clinic.ProviderId;
import ca.vitaravox.ports.patient.ChartQuery;
import ca.vitaravox.ports.patient.NewPatient;
import ca.vitaravox.ports.patient.PatientId;
import java.time.LocalDate;
import java.util.Set;

/** What the bridge is asked, as the bodies of its requests. */
final class Question {
    /** The longest body of a request, in bytes. */
    static final int LONGEST = 64 * 1024;

    /** Milliseconds that are left to answer. */
    static final String LEFT = "X-Deadline-Millis";

    /** {@code false} if nobody waits for the answer, on the phone or before a page; otherwise, and without it, somebody does. */
    static final String ON_PHONE = "X-On-Phone";

    /** With every answer to whoever has the key: whether the EMR is asked nothing for now, {@code true} or {@code false}. */
    static final String LEFT_ALONE = "X-Emr-Left-Alone";

    private Question() {}

    /** How the bridge and its EMR are. */
    record Health() {
        static final String PATH = "/v1/health";
    }

    /** A search for charts. */
    record Search(ChartQuery query) {
        static final String PATH = "/v1/charts/search";
    }

    /** One chart. */
    record OneChart(PatientId patient) {
        static final String PATH = "/v1/charts/get";
    }

    /** A new chart. */
    record Register(NewPatient patient) {
        static final String PATH = "/v1/charts/register";
    }

    /** What takes time of providers on days, both included. */
    record On(Set<ProviderId> providers, LocalDate first, LocalDate last) {
        static final String APPOINTMENTS = "/v1/appointments/on";
        static final String TIMES = "/v1/times";
    }

    /** A patient's appointments. */
    record Of(PatientId patient) {
        static final String PATH = "/v1/appointments/of";
    }

    /** A new appointment. */
    record Book(NewAppointment appointment) {
        static final String PATH = "/v1/appointments/book";
    }

    /** An appointment to be cancelled. */
    record Cancel(AppointmentId appointment) {
        static final String PATH = "/v1/appointments/cancel";
    }
}
