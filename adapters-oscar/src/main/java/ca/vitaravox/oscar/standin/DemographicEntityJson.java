package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;

/** A chart as Open-O's {@code getAppointment} lets it out: the entity itself, as far as it can be written (measured). */
final class DemographicEntityJson {
    static final String FAULT = "com.fasterxml.jackson.databind.JsonMappingException: Cannot invoke"
            + " \"java.lang.CharSequence.length()\" because \"this.text\" is null (through reference chain:"
            + " ca.openosp.openo.webserv.rest.to.SchedulingResponse[\"appointment\"]->"
            + "ca.openosp.openo.webserv.rest.to.model.AppointmentTo1[\"demographic\"]->"
            + "ca.openosp.openo.commn.model.Demographic[\"familyPhysicianLastName\"])";

    private final Office office;

    DemographicEntityJson(Office office) {
        this.office = office;
    }

    /** The patient of a number, or null. */
    ObjectNode of(int number) {
        return office.tables().demographics().find(number).map(this::entity).orElse(null);
    }

    private ObjectNode entity(DemographicRow row) {
        ObjectNode json = Json.template("demographic-entity")
                .put("demographicNo", row.number())
                .put("id", row.number())
                .put("formattedName", row.name())
                .put("fullName", row.name())
                .put("displayName", row.name())
                .put("label", label(row));
        office.tables()
                .provider(row.get(DemographicColumn.PROVIDER))
                .ifPresent(provider -> json.set("provider", ProviderJson.entity(provider)));
        put(json, row, "lastName", DemographicColumn.LAST_NAME);
        put(json, row, "firstName", DemographicColumn.FIRST_NAME);
        put(json, row, "phone", DemographicColumn.PHONE);
        put(json, row, "phone2", DemographicColumn.PHONE2);
        put(json, row, "hin", DemographicColumn.HIN);
        put(json, row, "ver", DemographicColumn.VERSION);
        put(json, row, "hcType", DemographicColumn.HC_TYPE);
        put(json, row, "sex", DemographicColumn.SEX);
        put(json, row, "email", DemographicColumn.EMAIL);
        put(json, row, "address", DemographicColumn.ADDRESS);
        put(json, row, "city", DemographicColumn.CITY);
        put(json, row, "province", DemographicColumn.PROVINCE);
        put(json, row, "postal", DemographicColumn.POSTAL);
        put(json, row, "providerNo", DemographicColumn.PROVIDER);
        put(json, row, "rosterStatus", DemographicColumn.ROSTER_STATUS);
        json.put("sexDesc", DemographicJson.sex(row));
        put(json, row, "patientStatus", DemographicColumn.PATIENT_STATUS);
        put(json, row, "yearOfBirth", DemographicColumn.YEAR_OF_BIRTH);
        put(json, row, "monthOfBirth", DemographicColumn.MONTH_OF_BIRTH);
        put(json, row, "dateOfBirth", DemographicColumn.DAY_OF_BIRTH);
        put(json, row, "spokenLanguage", DemographicColumn.SPOKEN_LANGUAGE);
        put(json, row, "officialLanguage", DemographicColumn.OFFICIAL_LANGUAGE);
        json.put("lastUpdateUser", row.changedBy()).put("lastUpdateDate", OscarTime.stored(row.changed()));
        LocalDate born = row.born();
        return born == null ? json : birth(json, born);
    }

    private ObjectNode birth(ObjectNode json, LocalDate born) {
        int years = Period.between(born, office.time().today()).getYears();
        return json.put("birthDay", office.time().birth(born))
                .put("birthDayAsString", born.toString())
                .put("formattedDob", born.toString())
                .put("age", Integer.toString(years))
                .put("ageInYears", years);
    }

    private static String label(DemographicRow row) {
        String work = row.text(DemographicColumn.PHONE2);
        return "%s\n%s, %s, %s, %s\nTel: %s(H)%s\n%s/%s/%s(%s) HIN:%s%s"
                .formatted(
                        row.name(),
                        row.text(DemographicColumn.ADDRESS),
                        row.text(DemographicColumn.CITY),
                        row.text(DemographicColumn.PROVINCE),
                        row.text(DemographicColumn.POSTAL),
                        row.text(DemographicColumn.PHONE),
                        work.isEmpty() ? "" : " " + work + "(W)",
                        row.text(DemographicColumn.DAY_OF_BIRTH),
                        row.text(DemographicColumn.MONTH_OF_BIRTH),
                        row.text(DemographicColumn.YEAR_OF_BIRTH),
                        row.text(DemographicColumn.SEX),
                        row.text(DemographicColumn.HIN),
                        row.text(DemographicColumn.VERSION));
    }

    private static void put(ObjectNode json, DemographicRow row, String field, DemographicColumn column) {
        json.put(field, row.get(column));
    }
}
