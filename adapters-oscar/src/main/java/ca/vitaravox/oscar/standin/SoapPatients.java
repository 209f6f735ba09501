package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.SoapDesk.SoapOperation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Patients over SOAP (measured): by a part of either telephone number, whatever their status. */
final class SoapPatients {
    private static final int PHONE = 7;
    private static final int MOST = 11;

    private static final Map<String, DemographicColumn> SHOWN = Map.ofEntries(
            Map.entry("dateOfBirth", DemographicColumn.DAY_OF_BIRTH),
            Map.entry("email", DemographicColumn.EMAIL),
            Map.entry("firstName", DemographicColumn.FIRST_NAME),
            Map.entry("hin", DemographicColumn.HIN),
            Map.entry("lastName", DemographicColumn.LAST_NAME),
            Map.entry("monthOfBirth", DemographicColumn.MONTH_OF_BIRTH),
            Map.entry("patientStatus", DemographicColumn.PATIENT_STATUS),
            Map.entry("phone", DemographicColumn.PHONE),
            Map.entry("phone2", DemographicColumn.PHONE2),
            Map.entry("providerNo", DemographicColumn.PROVIDER),
            Map.entry("ver", DemographicColumn.VERSION),
            Map.entry("yearOfBirth", DemographicColumn.YEAR_OF_BIRTH));

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
                .map(SoapPatients::shown)
                .toList();
    }

    private static String shown(DemographicRow row) {
        StringBuilder xml = new StringBuilder("<demographicNo>" + row.number() + "</demographicNo>");
        SHOWN.forEach((name, column) -> xml.append('<' + name + '>')
                .append(text(row, column)
                        .replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;"))
                .append("</" + name + '>'));
        return xml.toString();
    }

    private static String text(DemographicRow row, DemographicColumn column) {
        return Optional.ofNullable(row.get(column)).orElse("");
    }
}
