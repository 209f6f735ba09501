package ca.vitaravox.oscar.standin;

import ca.vitaravox.oscar.standin.oauth.Parameter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was understood and is about to be answered.
 *
 * @param path what stood for the parts in braces
 * @param provider whom the token acts as, if there was a token
 * @param session the session that the request belongs to
 * @param body the JSON body, an empty object if the endpoint takes none
 */
record Call(
        Endpoint endpoint,
        Map<String, String> path,
        Message message,
        Optional<ProviderRow> provider,
        String session,
        ObjectNode body) {
    String path(String name) {
        return path.get(name);
    }

    /** A number from the path; zero, which nothing has, if it is none. */
    int number(String name) {
        return number(Optional.of(path(name))).orElse(0);
    }

    Optional<String> query(String name) {
        return first(message.query(), name);
    }

    Optional<Integer> queryNumber(String name) {
        return number(query(name));
    }

    Optional<String> form(String name) {
        return first(message.form(), name);
    }

    /** A text of the body; null if it is null or missing. */
    String text(String field) {
        return body.path(field).isMissingNode() || body.path(field).isNull()
                ? null
                : body.path(field).asText();
    }

    private static Optional<Integer> number(Optional<String> text) {
        return text.filter(digits -> digits.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    private static Optional<String> first(List<Parameter> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }
}
