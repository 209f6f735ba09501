package ca.vitaravox.vapi.webhook;

import ca.vitaravox.bench.load.PhoneCall;
import ca.vitaravox.bench.world.Resident;
import ca.vitaravox.server.clinic.LibPhoneNumbers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done with every message before a tool sees it, and with every answer: on a message as long as Vapi's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EnvelopeBench {
    private static final String RESULT = "{\"success\":true,\"say\":\"Thank you, I found the chart.\",\"found\":true,"
            + "\"matches\":\"one\",\"patient_id\":\"1001\",\"level\":\"verified\"}";

    private final byte[] body = new PhoneCall(new Resident("+17785550142", "+16045550101", LocalDate.of(1985, 3, 15)))
            .message("search_patient_by_phone", "{\"first_name\":\"Robin\",\"date_of_birth\":\"1985-03-15\"}")
            .getBytes(StandardCharsets.UTF_8);
    private final Origins origins = new Origins(new LibPhoneNumbers());
    private final Signing signing = new Signing("f3c1d9a07be25846ac90de17b34f8825".getBytes(StandardCharsets.UTF_8));
    private final Signature signature = new Signature(new byte[32], "1767225600000", Instant.EPOCH);
    private ObjectNode read;

    /** Reads it once, for what is done with it afterwards. */
    @Setup
    public void read() {
        read = Json.object(body).orElseThrow();
        if (ToolRequests.in(read.path("message")).size() != 1
                || origin().caller().isEmpty()) {
            throw new IllegalStateException("the message is not read as it should be");
        }
    }

    /** HMAC-SHA-256 over the body, and comparing. */
    @Benchmark
    public boolean signature() {
        return signing.agrees(signature, body);
    }

    /** Bytes to a tree. */
    @Benchmark
    public Optional<ObjectNode> parsed() {
        return Json.object(body);
    }

    /** Which line was called, by whom, in which call. */
    @Benchmark
    public Object origins() {
        return origin();
    }

    private Origin origin() {
        return origins.ofMessage(message());
    }

    private JsonNode message() {
        return read.path("message");
    }

    /** The tool calls in it. */
    @Benchmark
    public Object toolCalls() {
        return ToolRequests.in(message());
    }

    /** An answer to bytes. */
    @Benchmark
    public byte[] reply() {
        ToolRequest request = new ToolRequest("call_1", "search_patient_by_phone", Optional.empty());
        return Reply.results(List.of(new Answered(request, new Answer.Result(RESULT, Optional.empty()))))
                .bytes();
    }
}
