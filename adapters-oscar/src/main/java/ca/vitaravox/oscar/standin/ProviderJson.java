package ca.vitaravox.oscar.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The three shapes in which OSCAR shows a provider (measured). */
final class ProviderJson {
    private static final String ADMINISTRATOR = "999998";

    private ProviderJson() {}

    /** As in lists: without a type. */
    static ObjectNode listed(ProviderRow row) {
        ObjectNode json = common("provider", row);
        json.put("name", row.name()).put("lastUpdateUser", ADMINISTRATOR);
        return json.put("lastUpdateDate", row.changed().toEpochMilli());
    }

    /** As asked for by number: with type and status. */
    static ObjectNode full(ProviderRow row) {
        return common("provider-full", row).put("providerType", row.type()).put("status", "1");
    }

    /** As part of a chart that is let out whole. */
    static ObjectNode entity(ProviderRow row) {
        ObjectNode json = full(row);
        json.remove("signedConfidentiality");
        return json.put("lastUpdateUser", ADMINISTRATOR)
                .put("lastUpdateDate", row.changed().toEpochMilli())
                .putNull("supervisor")
                .put("id", row.number())
                .put("fullName", row.firstName() + " " + row.lastName())
                .put("formattedName", row.name())
                .putNull("signedConfidentiality")
                .put("persistent", true);
    }

    /** As the table's row: the token's own provider. */
    static ObjectNode own(ProviderRow row, OscarTime time) {
        ObjectNode json = common("provider-me", row);
        json.put("providerType", row.type()).put("status", "1").put("id", row.number());
        json.put("formattedName", row.name()).put("fullName", row.firstName() + " " + row.lastName());
        json.set("lastUpdateDate", oldDate(row, time));
        return json.put("lastUpdateUser", ADMINISTRATOR);
    }

    /** A {@code java.util.Date} by its getters. */
    private static ObjectNode oldDate(ProviderRow row, OscarTime time) {
        var at = time.local(row.changed());
        return Json.object()
                .put("date", at.getDayOfMonth())
                .put("hours", at.getHour())
                .put("seconds", at.getSecond())
                .put("month", at.getMonthValue() - 1)
                .put("nanos", 0)
                .put("timezoneOffset", time.minutesBehindUtc(row.changed()))
                .put("year", at.getYear() - 1900)
                .put("minutes", at.getMinute())
                .put("time", row.changed().toEpochMilli())
                .put("day", at.getDayOfWeek().getValue() % 7);
    }

    private static ObjectNode common(String template, ProviderRow row) {
        return Json.template(template)
                .put("providerNo", row.number())
                .put("lastName", row.lastName())
                .put("firstName", row.firstName())
                .put("workPhone", row.workPhone())
                .put("sex", row.sex())
                .put("ohipNo", row.ohipNumber())
                .put("specialty", row.specialty())
                .put("email", row.email());
    }
}
