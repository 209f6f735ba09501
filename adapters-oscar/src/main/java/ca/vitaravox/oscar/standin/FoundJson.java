package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;

/** A chart as a row of a search: no cell phone, no second phone (measured). */
final class FoundJson {
    private final Office office;

    FoundJson(Office office) {
        this.office = office;
    }

    ObjectNode of(DemographicRow row) {
        Optional<LocalDate> born = Optional.ofNullable(row.born());
        ObjectNode json = Json.object().put("demographicNo", row.number());
        put(json, row, DemographicColumn.LAST_NAME, DemographicColumn.FIRST_NAME, DemographicColumn.CHART_NO);
        put(json, row, DemographicColumn.SEX);
        json.put("dob", born.map(office.time()::midnight).orElse(null));
        put(json, row, DemographicColumn.PROVIDER);
        json.put(
                "providerName",
                office.tables()
                        .provider(row.get(DemographicColumn.PROVIDER))
                        .map(provider -> provider.lastName() + "," + provider.firstName())
                        .orElse(null));
        put(json, row, DemographicColumn.ROSTER_STATUS, DemographicColumn.PATIENT_STATUS);
        put(json, row, DemographicColumn.PHONE, DemographicColumn.HIN);
        json.putNull("remoteFacilityId");
        return json.put("formattedDOB", born.map(LocalDate::toString).orElse(null));
    }

    private static void put(ObjectNode json, DemographicRow row, DemographicColumn... columns) {
        for (DemographicColumn column : columns) {
            Json.put(json, column.place().orElseThrow(), row.get(column));
        }
    }
}
