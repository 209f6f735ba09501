package ca.vitaravox.domain.booking;

import ca.vitaravox.ports.booking.PartOfDay;
import java.util.List;
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

/**
 * How long it takes to find openings of twenty providers over thirty days, once the EMR was read: beside it, the same by
 * trying each start against each appointment.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class OpeningsBench {
    private static final int ALL = Integer.MAX_VALUE;

    private final BusyClinic busy = new BusyClinic(24);
    private final BusyClinic full = new BusyClinic(BusyClinic.OPENINGS_A_DAY);
    private final BusyClinic empty = new BusyClinic(0);
    private final OpeningFinder inBusy = busy.finder();
    private final OpeningFinder inFull = full.finder();
    private final OpeningFinder inEmpty = empty.finder();

    /** The one finds what the other finds, or nothing here is a comparison. */
    @Setup
    public void agree() {
        if (!allOfBusy().equals(allOfBusyByTrying()) || allOfBusy().isEmpty()) {
            throw new IllegalStateException("the two do not find the same openings");
        }
    }

    /** Every opening of a clinic with three of four openings booked. */
    @Benchmark
    public List<Opening> allOfBusy() {
        return inBusy.earliest(busy.call(), busy.clinic(), busy.wanted(PartOfDay.ANY), ALL, ALL);
    }

    /** The same by trying each start against each appointment. */
    @Benchmark
    public List<Opening> allOfBusyByTrying() {
        return busy.byTrying();
    }

    /** What a caller is offered there. */
    @Benchmark
    public List<Opening> firstOfBusy() {
        return inBusy.earliest(busy.call(), busy.clinic(), busy.wanted(PartOfDay.ANY), 3, 3);
    }

    /** Nothing is left. */
    @Benchmark
    public List<Opening> noneOfFull() {
        return inFull.earliest(full.call(), full.clinic(), full.wanted(PartOfDay.ANY), 3, 3);
    }

    /** Everything is open, and nobody works when it is wanted. */
    @Benchmark
    public List<Opening> noEveningOfEmpty() {
        return inEmpty.earliest(empty.call(), empty.clinic(), empty.wanted(PartOfDay.EVENING), 3, 3);
    }
}
