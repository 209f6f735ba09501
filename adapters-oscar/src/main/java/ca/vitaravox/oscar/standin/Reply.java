package ca.vitaravox.oscar.standin;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One answer, before it is written: a value. */
record Reply(int status, Optional<String> contentType, Map<String, String> headers, byte[] body) {
    static Reply of(int status, String contentType, String body) {
        return new Reply(status, Optional.of(contentType), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply empty(int status) {
        return new Reply(status, Optional.empty(), Map.of(), new byte[0]);
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, Map.copyOf(more), body);
    }
}
