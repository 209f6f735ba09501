package ca.vitaravox.oscar.standin.oauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as its signature sees it (RFC 5849 section 3.4.1).
 *
 * @param method the HTTP method, in capitals
 * @param address scheme, host, port unless it is the usual one, and path, as the server sees them; no query
 * @param parameters those of the header, the query and the form, decoded, without {@code realm}
 */
public record OAuthRequest(String method, String address, List<Parameter> parameters) {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z_0-9]+)=\"([^\"]*)\"");

    /** Takes a copy of the parameters. */
    public OAuthRequest {
        parameters = List.copyOf(parameters);
    }

    /**
     * A request with this {@code Authorization} header.
     *
     * @param authorization the header, or null; one of another scheme has no parameters
     * @param decoding how the server reads the values of the header
     * @param others the parameters of query and form
     */
    public static OAuthRequest of(
            String method,
            String address,
            String authorization,
            UnaryOperator<String> decoding,
            List<Parameter> others) {
        List<Parameter> all = new ArrayList<>(others);
        if (authorization != null && authorization.regionMatches(true, 0, "OAuth ", 0, "OAuth ".length())) {
            Matcher field = FIELD.matcher(authorization);
            while (field.find()) {
                all.add(new Parameter(field.group(1), decoding.apply(field.group(2))));
            }
            all.removeIf(parameter -> parameter.name().equals("realm"));
        }
        return new OAuthRequest(method, address, all);
    }

    /** A value of the header, decoded as RFC 5849 section 3.5.1 says. */
    public static String decoded(String value) {
        return PercentCoding.decode(value);
    }

    /** The value of a parameter of OAuth, such as {@code oauth_token}. */
    public Optional<String> value(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    /** Whether it has any parameter of OAuth at all. */
    public boolean isSigned() {
        return parameters.stream().anyMatch(Parameter::isOfOAuth);
    }
}
