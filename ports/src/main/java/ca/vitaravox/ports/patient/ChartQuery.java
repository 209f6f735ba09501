package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.clinic.PhoneNumber;
import java.time.LocalDate;

/** What charts are searched by: one thing at a time, as EMRs do. */
public sealed interface ChartQuery {
    /** Charts with this number; by others than their main one where the EMR can. */
    record ByPhone(PhoneNumber phone) implements ChartQuery {}

    /** Charts with this date of birth; its text is hidden. */
    record BornOn(LocalDate date) implements ChartQuery {
        @Override
        public String toString() {
            return "BornOn[hidden]";
        }
    }

    /** Charts under this name, letter by letter but for case and accents. */
    record Named(PatientName name) implements ChartQuery {}

    /** Charts with this health number. */
    record WithHealthNumber(HealthNumber number) implements ChartQuery {}
}
