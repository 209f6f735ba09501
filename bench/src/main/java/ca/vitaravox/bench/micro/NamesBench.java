package ca.vitaravox.bench.micro;

import ca.vitaravox.domain.patient.HeardNames;
import ca.vitaravox.ports.patient.PatientName;
import ca.vitaravox.server.patient.PhoneticNames;
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

/** How long it takes to tell whether a name as heard is the name on a chart. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NamesBench {
    private final HeardNames names = new HeardNames(new PhoneticNames());
    private final PatientName chart = new PatientName("Katherine", "Castellan");
    private final PatientName spelledSo = new PatientName("katherine", "CASTELLAN");
    private final PatientName soundsSo = new PatientName("Cathryn", "Kastelan");
    private final PatientName other = new PatientName("Wilhelmina", "Oyelaran");

    /** What is measured gives what it should. */
    @Setup
    public void agree() {
        if (!spelledAlike() || !soundingAlike() || different()) {
            throw new IllegalStateException("names do not match as they should");
        }
    }

    /** The same but for case. */
    @Benchmark
    public boolean spelledAlike() {
        return names.same(spelledSo, chart);
    }

    /** Told by how it sounds. */
    @Benchmark
    public boolean soundingAlike() {
        return names.same(soundsSo, chart);
    }

    /** Somebody else, which takes every way there is. */
    @Benchmark
    public boolean different() {
        return names.same(other, chart);
    }
}
