package ca.vitaravox.server.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.server.config.ConfigReader;
import ca.vitaravox.server.config.ServerConfig;
import ca.vitaravox.server.serve.Backend;
import ca.vitaravox.server.testing.Phone;
import ca.vitaravox.server.testing.TestClinic;
import ca.vitaravox.server.testing.TestServer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Traces, as a collector gets them over HTTP. */
class TracesIT {
    private final TestServer server = TestServer.running();
    private final Queue<ExportTraceServiceRequest> came = new ConcurrentLinkedQueue<>();
    private HttpServer collector;

    @BeforeEach
    void start() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", this::take);
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            InputStream body = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                    ? new GZIPInputStream(exchange.getRequestBody())
                    : exchange.getRequestBody();
            came.add(ExportTraceServiceRequest.parseFrom(body));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Test
    void each_tool_call_is_a_trace_of_what_it_asked_for_and_names_nobody() throws IOException {
        TestClinic clinic = TestClinic.open(server.database(), "traced", 1);
        Phone phone = call(clinic, Map.of("VITARAVOX_TRACES_URL", address()));

        List<Span> spans = came.stream()
                .flatMap(each -> each.getResourceSpansList().stream())
                .flatMap(each -> each.getScopeSpansList().stream())
                .flatMap(each -> each.getSpansList().stream())
                .toList();
        Span tool = spans.stream()
                .filter(each -> each.getName().equals("find_earliest_appointment"))
                .findFirst()
                .orElseThrow();
        assertEquals(phone.id(), attributes(tool).get("vitaravox.call"));
        assertTrue(tool.getParentSpanId().isEmpty());
        Set<String> within = spans.stream()
                .filter(each -> each.getTraceId().equals(tool.getTraceId()))
                .map(Span::getName)
                .collect(Collectors.toSet());
        assertTrue(within.containsAll(Set.of("Appointments.on", "HoldLedger.offer")), within::toString);
        Set<String> told = spans.stream()
                .flatMap(each -> attributes(each).keySet().stream())
                .collect(Collectors.toSet());
        assertEquals(Set.of("vitaravox.call", "vitaravox.outcome"), told);
        for (String person : List.of("Casey", clinic.phoneOf(1), clinic.number())) {
            assertFalse(came.toString().contains(person), person);
        }
        String resource = came.peek().getResourceSpans(0).getResource().toString();
        assertTrue(resource.contains("service.name") && resource.contains("vitaravox"), resource);
    }

    @Test
    void without_an_address_none_is_sent() throws IOException {
        TestClinic clinic = TestClinic.open(server.database(), "untraced", 1);

        call(clinic, Map.of());

        assertTrue(came.isEmpty());
    }

    @Test
    void a_collector_that_is_gone_costs_no_call() throws IOException {
        String address = address();
        collector.stop(0);

        call(TestClinic.open(server.database(), "lost", 1), Map.of("VITARAVOX_TRACES_URL", address));
    }

    /** A call at a server of its own; what it traced is out when this returns. */
    private Phone call(TestClinic clinic, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(server.environment());
        environment.put("VITARAVOX_PORT", "0");
        environment.put("VITARAVOX_TOOL_DEADLINE_MS", "15000");
        environment.putAll(settings);
        ServerConfig config = ConfigReader.read(environment, Optional.empty());
        try (Backend traced = Backend.start(config, server.database(), InstantSource.system())) {
            Phone phone = new Phone(traced.port(), clinic.phoneOf(1), clinic.number());
            phone.use("search_patient_by_phone", "{\"first_name\":\"Casey\"}");
            assertTrue(phone.use("find_earliest_appointment", "{\"patient_id\":\"1\"}")
                    .path("success")
                    .asBoolean());
            return phone;
        }
    }

    private String address() {
        return "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces";
    }

    private static Map<String, String> attributes(Span span) {
        return span.getAttributesList().stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey, each -> each.getValue().getStringValue()));
    }
}
