package ca.vitaravox.oscar.standin;

import static ca.vitaravox.oscar.standin.DemographicColumn.CELL_PHONE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The many shapes in which OSCAR shows a chart (measured). */
final class DemographicJson {
    /** What Open-O has and OSCAR 15 and 19 have not (read): they answer requests with it by an error. */
    static final Set<String> NEWER = Set.of(
            "middleNames",
            "gender",
            "pronoun",
            "genderId",
            "pronounId",
            "cellPhone",
            "phoneComment",
            "allergies",
            "measurements",
            "consultationRequests",
            "consultationResponses",
            "encounterNotes",
            "documents",
            "medicationSummary");

    private static final Map<String, String> SEXES = Map.of("F", "Female", "M", "Male");

    private final Office office;
    private final ExtrasJson extras;

    DemographicJson(Office office) {
        this.office = office;
        this.extras = new ExtrasJson(office.line());
    }

    /** The chart without extras. */
    ObjectNode plain(DemographicRow row) {
        ObjectNode json = columns(row);
        json.put("sexDesc", sex(row));
        office.tables()
                .provider(row.get(DemographicColumn.PROVIDER))
                .ifPresent(provider -> json.set("provider", ProviderJson.listed(provider)));
        return json.put("lastUpdateDate", OscarTime.stored(row.changed()));
    }

    /** {@code summary}: the cell phone, if there is one, in the place of the other phone. */
    ObjectNode summary(DemographicRow row) {
        ObjectNode json = plain(row);
        return row.text(CELL_PHONE).isEmpty() ? json : json.put("alternativePhone", row.get(CELL_PHONE));
    }

    /** {@code basic}: with the cell phone as what it is. */
    ObjectNode basic(DemographicRow row) {
        return extras.kept(plain(row), row);
    }

    /** Everything: with the clinic's waiting lists, whether the patient is on one or not. */
    ObjectNode full(DemographicRow row) {
        return withWaitingLists(basic(row));
    }

    /** What a delete answers. */
    ObjectNode withWaitingLists(ObjectNode json) {
        var lists = json.putArray("waitingListNames");
        List<String> names = office.tables().waitingLists();
        for (int at = 0; at < names.size(); at++) {
            lists.addObject()
                    .put("id", at + 1)
                    .put("name", names.get(at))
                    .put("groupNo", "")
                    .put("providerNo", firstDoctor())
                    .put("createDate", OscarTime.stored(office.time().now()))
                    .put("isHistory", "N");
        }
        return json;
    }

    /** What a create answers: the extras that were sent, which in truth belong to nobody, and no provider. */
    ObjectNode created(DemographicRow row, ObjectNode asked) {
        ObjectNode json = columns(row)
                .put("sexDesc", "")
                .put("activeCount", 0)
                .put("lastUpdateDate", row.changed().toEpochMilli());
        return extras.orphaned(json, row, asked);
    }

    /** What an update answers: the extras that were sent, which are really written. */
    ObjectNode updated(DemographicRow row, ObjectNode asked) {
        return extras.written(plain(row), row, asked);
    }

    private ObjectNode columns(DemographicRow row) {
        ObjectNode json = Json.template("demographic").put("demographicNo", row.number());
        for (DemographicColumn column : DemographicColumn.values()) {
            column.place().ifPresent(place -> Json.put(json, place, row.get(column)));
        }
        LocalDate born = row.born();
        if (born != null) {
            Period age = Period.between(born, office.time().today());
            json.put("dateOfBirth", office.time().birth(born));
            json.putObject("age")
                    .put("days", age.getDays())
                    .put("months", age.getMonths())
                    .put("years", age.getYears());
        }
        if (office.line().isClassic()) {
            json.remove(NEWER);
        }
        return json.put("lastUpdateUser", row.changedBy());
    }

    static String sex(DemographicRow row) {
        return SEXES.getOrDefault(row.text(DemographicColumn.SEX), "");
    }

    private String firstDoctor() {
        return office.tables().providers().stream()
                .filter(provider -> provider.type().equals("doctor"))
                .map(ProviderRow::number)
                .findFirst()
                .orElse("");
    }
}
