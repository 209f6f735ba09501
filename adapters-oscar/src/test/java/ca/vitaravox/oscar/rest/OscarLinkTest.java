package ca.vitaravox.oscar.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OscarLinkTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException("refused"), true),
                Arguments.of(new HttpConnectTimeoutException("late"), true),
                Arguments.of(new SSLHandshakeException("another name"), true),
                Arguments.of(new IOException("Tunnel failed, got: 403"), true),
                Arguments.of(new IOException(new IOException("Tunnel failed, got: 504")), true),
                Arguments.of(new HttpTimeoutException("request timed out"), false),
                Arguments.of(new TimeoutException(), false),
                Arguments.of(new IOException("HTTP/1.1 header parser received no bytes"), false),
                Arguments.of(new IOException("Connection reset: Tunnel failed, got: 403"), false),
                Arguments.of(new IOException(), false));
    }

    /** Of a write that failed so it is certain that it was not sent; of all others it is not. */
    @ParameterizedTest
    @MethodSource("failures")
    void only_what_was_never_connected_never_arrived(Throwable failure, boolean certain) {
        assertEquals(certain, OscarLink.neverArrived(failure));
    }
}
