package ca.vitaravox.server.watch;

import ca.vitaravox.server.cli.Version;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Traces of what tool calls do, sent to a collector (OpenTelemetry, OTLP over HTTP); 2,048 spans wait for it at most, and
 * none keeps a call waiting. Thread-safe.
 */
public final class Traces implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("vitaravox.outcome");
    private static final AttributeKey<String> CALL = AttributeKey.stringKey("vitaravox.call");

    private final Tracer tracer;
    private final Runnable end;

    private Traces(OpenTelemetry telemetry, Runnable end) {
        this.tracer = telemetry.getTracer("ca.vitaravox");
        this.end = end;
    }

    /** Traces for this collector; none without one. */
    public static Traces to(Optional<URI> collector) {
        return collector.map(Traces::sending).orElseGet(() -> new Traces(OpenTelemetry.noop(), () -> {}));
    }

    private static Traces sending(URI collector) {
        OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setResource(Resource.getDefault()
                                .merge(Resource.create(Attributes.of(
                                        AttributeKey.stringKey("service.name"), "vitaravox",
                                        AttributeKey.stringKey("service.version"), Version.text(),
                                        AttributeKey.stringKey("service.instance.id"),
                                                UUID.randomUUID().toString()))))
                        .addSpanProcessor(BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder()
                                        .setEndpoint(collector.toString())
                                        .setTimeout(PATIENCE)
                                        .build())
                                .build())
                        .build())
                .build();
        return new Traces(telemetry, telemetry::close);
    }

    /** Begins a tool call's span, the first of its trace. */
    Open begin(String tool, String call) {
        return open(tracer.spanBuilder(tool)
                .setNoParent()
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(CALL, call)
                .startSpan());
    }

    /** Begins the span of an operation, within whatever is under way on this thread. */
    Open begin(String operation) {
        return open(tracer.spanBuilder(operation).setSpanKind(SpanKind.CLIENT).startSpan());
    }

    private static Open open(Span span) {
        return new Open(span, span.makeCurrent());
    }

    /** Work that is to be done on another thread, as part of what is under way on this one. */
    static Runnable within(Runnable work) {
        return Context.current().wrap(work);
    }

    /** A span that is under way on this thread; to be closed there. */
    record Open(Span span, Scope scope) implements AutoCloseable {
        /** How it ended. */
        void ended(String outcome) {
            span.setAttribute(OUTCOME, outcome);
            if (outcome.equals("broken") || outcome.equals("unavailable")) {
                span.setStatus(StatusCode.ERROR);
            }
        }

        @Override
        public void close() {
            scope.close();
            span.end();
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
