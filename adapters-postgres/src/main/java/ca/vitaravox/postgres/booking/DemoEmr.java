package ca.vitaravox.postgres.booking;

import ca.vitaravox.ports.booking.Appointment;
import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.patient.Chart;
import ca.vitaravox.ports.patient.PatientId;
import ca.vitaravox.postgres.clinic.ClinicTransactions;
import ca.vitaravox.postgres.patient.DemoChartFile;
import java.util.Collection;
import java.util.Map;

/** The demo EMR as its staff use it: fills it with what a demonstration starts from. Thread-safe. */
public final class DemoEmr {
    private final ClinicTransactions transactions;
    private final DemoChartFile charts;

    /** The demo EMR of all clinics that use it. */
    public DemoEmr(ClinicTransactions transactions) {
        this.transactions = transactions;
        this.charts = new DemoChartFile(transactions);
    }

    /** Puts an active patient's chart on file, in place of one with its id. */
    public void putChart(ClinicId clinic, Chart chart) {
        charts.put(clinic, chart);
    }

    /** From which numbers the patients on file call, the first patient of each; 200 at most, by name. */
    public Map<PhoneNumber, String> callers(ClinicId clinic) {
        return charts.callers(clinic);
    }

    /** The patient has left the clinic: the chart is no longer shown. */
    public void deactivate(ClinicId clinic, PatientId patient) {
        charts.deactivate(clinic, patient);
    }

    /** Puts an appointment in under the id it has, in place of one with its id. */
    public void putAppointment(ClinicId clinic, Appointment appointment) {
        transactions.doInClinic(clinic, handle -> DemoAppointmentRow.put(handle, clinic, appointment));
    }

    /** Puts many in at once, as {@link #putAppointment} does: all of them, or none if that fails. */
    public void putAppointments(ClinicId clinic, Collection<Appointment> appointments) {
        transactions.doInClinic(
                clinic, handle -> appointments.forEach(each -> DemoAppointmentRow.put(handle, clinic, each)));
    }

    /** Removes an appointment without a trace; nothing happens if there is none of that id. */
    public void removeAppointment(ClinicId clinic, AppointmentId appointment) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("""
                        DELETE FROM demo_appointments WHERE clinic_id = :clinic AND appointment_id = :appointment
                        """)
                        .bind("clinic", clinic.value())
                        .bind("appointment", appointment.value())
                        .execute());
    }

    /** Removes all charts and appointments of a clinic. */
    public void clear(ClinicId clinic) {
        transactions.doInClinic(
                clinic,
                handle -> handle.createUpdate("DELETE FROM demo_appointments WHERE clinic_id = :clinic")
                        .bind("clinic", clinic.value())
                        .execute());
        charts.clear(clinic);
    }
}
