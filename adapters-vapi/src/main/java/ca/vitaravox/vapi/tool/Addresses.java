package ca.vitaravox.vapi.tool;

import ca.vitaravox.ports.patient.PostalAddress;
import ca.vitaravox.ports.patient.PostalCode;
import ca.vitaravox.ports.patient.ProvinceCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads postal addresses. */
final class Addresses {
    private Addresses() {}

    /** The address, or the {@link Problem} with it. */
    static Object read(String name, JsonNode came) {
        for (String part : new String[] {"street", "city", "province", "postal_code"}) {
            if (!came.has(part)) {
                return wrong(name, part, " is missing; leave " + name + " out if the caller does not give it");
            }
        }
        Optional<ProvinceCode> province =
                PersonWords.province(came.get("province").textValue());
        if (province.isEmpty()) {
            return wrong(name, "province", " is one of " + PersonWords.provinces());
        }
        Optional<PostalCode> code = PostalCode.of(came.get("postal_code").textValue());
        if (code.isEmpty()) {
            return wrong(name, "postal_code", " is no Canadian postal code, as in V6B 1A1");
        }
        String street = Lines.forRecord(came.get("street").textValue(), PostalAddress.LONGEST_STREET + 1);
        if (street.isEmpty() || street.length() > PostalAddress.LONGEST_STREET) {
            return wrong(name, "street", " has at most " + PostalAddress.LONGEST_STREET + " characters");
        }
        String city = Lines.forRecord(came.get("city").textValue(), PostalAddress.LONGEST_CITY + 1);
        return city.isEmpty() || city.length() > PostalAddress.LONGEST_CITY
                ? wrong(name, "city", " has at most " + PostalAddress.LONGEST_CITY + " characters")
                : new PostalAddress(street, city, province.get(), code.get());
    }

    private static Problem wrong(String name, String part, String hint) {
        return new Problem(name, name + "." + part + hint);
    }
}
