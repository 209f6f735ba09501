package ca.vitaravox.oscar.standin.oauth;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One parameter of a request, decoded.
 *
 * @param name its name
 * @param value its value, empty if it has none
 */
public record Parameter(String name, String value) {
    /** The order of RFC 5849 section 3.4.1.3.2, which is that of the encoded texts. */
    static final Comparator<Parameter> ENCODED_ORDER =
            Comparator.comparing(Parameter::encodedName).thenComparing(Parameter::encodedValue);

    /** The parameters of a query or a form, in their order, a plus standing for itself; null or empty has none. */
    public static List<Parameter> ofQuery(String query) {
        return parse(query, PercentCoding::decode);
    }

    /** The same, a plus standing for a space, as HTML forms have it. */
    public static List<Parameter> ofForm(String form) {
        return parse(form, text -> PercentCoding.decode(text.replace('+', ' ')));
    }

    private static List<Parameter> parse(String text, UnaryOperator<String> decoded) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(text.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("=", 2))
                .map(part -> new Parameter(decoded.apply(part[0]), part.length == 1 ? "" : decoded.apply(part[1])))
                .toList();
    }

    boolean isOfOAuth() {
        return name.startsWith("oauth_");
    }

    String encodedName() {
        return PercentCoding.encode(name);
    }

    String encodedValue() {
        return PercentCoding.encode(value);
    }
}
