package ca.vitaravox.ports.patient;

import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.clinic.ProviderId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What we need of a patient's chart. Its text shows only the id.
 *
 * @param id the EMR's id
 * @param name the patient's name
 * @param birthDate the patient's date of birth
 * @param healthNumber the health number, where the chart has a well-formed one
 * @param phones numbers on the chart
 * @param familyProvider the provider who usually sees the patient
 * @param emailOnFile whether the chart has an e-mail address
 * @param addressOnFile whether the chart has a postal address
 */
public record Chart(
        PatientId id,
        PatientName name,
        LocalDate birthDate,
        Optional<HealthNumber> healthNumber,
        List<PhoneNumber> phones,
        Optional<ProviderId> familyProvider,
        boolean emailOnFile,
        boolean addressOnFile) {
    /** Copies the list. */
    public Chart {
        phones = List.copyOf(phones);
    }

    @Override
    public String toString() {
        return "Chart[" + id + "]";
    }
}
