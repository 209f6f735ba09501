package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.SoapDesk.SoapOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Patients over SOAP (measured): by a part of either telephone number, whatever their status. */
final class SoapPatients {
    private static final int PHONE = 7;
    private static final int MOST = 11;

    private final Office office;

    SoapPatients(Office office) {
        this.office = office;
    }

    Map<String, SoapOperation> operations() {
        return Map.of("searchDemographicsByAttributes", this::search);
    }

    private List<String> search(SoapRequest request) {
        String phone = request.argument(PHONE);
        return office
                .tables()
                .demographics()
                .where(row -> text(row, DemographicColumn.PHONE).contains(phone)
                        || text(row, DemographicColumn.PHONE2).contains(phone))
                .stream()
                .limit(Integer.parseInt(request.argument(MOST)))
                .map(row -> "<demographicNo>" + row.number() + "</demographicNo><patientStatus>"
                        + text(row, DemographicColumn.PATIENT_STATUS) + "</patientStatus><phone>"
                        + text(row, DemographicColumn.PHONE) + "</phone><phone2>"
                        + text(row, DemographicColumn.PHONE2) + "</phone2>")
                .toList();
    }

    private static String text(DemographicRow row, DemographicColumn column) {
        return Optional.ofNullable(row.get(column)).orElse("");
    }
}
