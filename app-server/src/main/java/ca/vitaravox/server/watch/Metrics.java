package ca.vitaravox.server.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of this process, for Prometheus; docs/metrics.md lists them all. Thread-safe. */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    /** By what is timed and its labels: the registry would compare all that describes a timer, each time. */
    private final Map<Timed, Map<List<String>, Timer>> timers = Stream.of(Timed.values())
            .collect(Collectors.toUnmodifiableMap(each -> each, each -> new ConcurrentHashMap<>()));

    /** Figures that begin now, with those of the JVM. */
    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Something was done, and took so long. */
    public void time(Timed what, Duration took, String... labels) {
        timers.get(what)
                .computeIfAbsent(List.of(labels), each -> timer(what, labels))
                .record(took);
    }

    private Timer timer(Timed what, String... labels) {
        return Timer.builder(what.meter())
                .description(what.help())
                .tags(what.labels(labels))
                .serviceLevelObjectives(what.bounds())
                .register(registry);
    }

    /**
     * Something that can be asked for at any time; {@code NaN} where it cannot be told.
     *
     * @param labels names and values, one after the other
     */
    public void gauge(String name, String help, Supplier<Number> value, String... labels) {
        Gauge.builder(name, value)
                .description(help)
                .tags(labels)
                .strongReference(true)
                .register(registry);
    }

    /** All of them, as Prometheus reads them. */
    public String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
