package ca.vitaravox.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** Has one caller ask at their pace, and notes how long each kind of request took. Not thread-safe. */
public final class Stopwatch {
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;

    private final Map<String, Histogram> took = new TreeMap<>();
    private final long pause;
    private final long end;
    private final SplittableRandom random;
    private long due;
    private long failures;

    Stopwatch(Duration pause, long end, SplittableRandom random) {
        this.pause = pause.toNanos();
        this.end = end;
        this.random = random;
        due = System.nanoTime() + (this.pause == 0 ? 0 : random.nextLong(this.pause));
    }

    /** A request. */
    @FunctionalInterface
    public interface Request {
        /** Sends it and waits for the answer. */
        String send() throws IOException;
    }

    /** The turn is over. */
    static final class OverException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Times one request from the moment it is due, whether or not it could be sent then. */
    public String time(String kind, Request request) throws IOException {
        long begun = pause == 0 ? System.nanoTime() : due;
        if (begun >= end) {
            throw new OverException();
        }
        for (long left = begun - System.nanoTime(); left > 0; left = begun - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        due += pause == 0 ? 0 : pause / 2 + random.nextLong(pause);
        String answer = request.send();
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun);
        took.computeIfAbsent(kind, each -> histogram()).recordValue(Math.min(micros, LONGEST_MICROS));
        return answer;
    }

    void failed() {
        failures++;
    }

    long failures() {
        return failures;
    }

    Map<String, Histogram> took() {
        return took;
    }

    static Histogram histogram() {
        return new Histogram(LONGEST_MICROS, DIGITS);
    }
}
