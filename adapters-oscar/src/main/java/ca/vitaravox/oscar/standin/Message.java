package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.oauth.OAuthRequest;
import ca.vitaravox.oscar.standin.oauth.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A request as it came in.
 *
 * @param scheme the one that OSCAR sees itself called by
 * @param rawPath the path as sent, with the context
 * @param rawQuery the query as sent, or null
 * @param headers by their names in small letters
 */
record Message(
        String scheme, String method, String rawPath, String rawQuery, Map<String, String> headers, byte[] body) {
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    boolean isOfType(String mediaType) {
        return header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(mediaType))
                .isPresent();
    }

    /** The parameters of the query as JAX-RS and servlets read them: a plus is a space. */
    List<Parameter> query() {
        return Parameter.ofForm(rawQuery);
    }

    List<Parameter> form() {
        return isOfType("application/x-www-form-urlencoded") ? Parameter.ofForm(text()) : List.of();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * What was signed: the address as Tomcat sees it, headers of proxies being ignored (measured), with the host that the
     * client named.
     */
    OAuthRequest signed(UnaryOperator<String> headerDecoding, boolean plusIsSpace) {
        List<Parameter> parameters = new ArrayList<>(plusIsSpace ? query() : Parameter.ofQuery(rawQuery));
        parameters.addAll(form());
        String host = header("Host").orElse("").toLowerCase(Locale.ROOT).replaceFirst(":80$", "");
        return OAuthRequest.of(
                method,
                scheme + "://" + host + rawPath,
                header("Authorization").orElse(null),
                headerDecoding,
                parameters);
    }
}
