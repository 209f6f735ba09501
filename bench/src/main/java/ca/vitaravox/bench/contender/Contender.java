package ca.vitaravox.bench.contender;

import ca.vitaravox.bench.load.Callers;
import ca.vitaravox.bench.load.Question;
import ca.vitaravox.bench.load.Timed;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/** A server that is measured. Ended when closed. */
public final class Contender implements AutoCloseable {
    private final String name;
    private final Child child;
    private final Optional<Allocated> allocated;

    Contender(String name, Child child, boolean jvm) throws IOException {
        this.name = name;
        this.child = child;
        allocated = jvm ? Optional.of(Allocated.by(child.pid())) : Optional.empty();
    }

    /** What it is called in tables. */
    public String name() {
        return name;
    }

    /** Its process. */
    public long pid() {
        return child.pid();
    }

    /** Where it listens. */
    public int port() {
        return child.port();
    }

    /** The processors' time it has had. */
    public Duration cpu() {
        return Proc.cpu(pid());
    }

    /** How long it took until it listened. */
    public Duration start() {
        return child.start();
    }

    /** Its resident memory, in MiB. */
    public long residentMiB() {
        return Proc.residentMiB(pid());
    }

    /** Has callers ask it until it is warm: so many requests, or so long. */
    public void warm(Callers callers, Question question, long requests, Duration atMost)
            throws InterruptedException, ExecutionException {
        callers.warm(port(), question, requests, atMost);
    }

    /** Has callers ask it for so long, and measures what that costs it. */
    public Cost measure(Callers callers, Question question, Duration length)
            throws IOException, InterruptedException, ExecutionException {
        long bytes = bytes();
        Duration before = Proc.cpu(pid());
        Timed timed = callers.ask(port(), question, length);
        Duration cpu = Proc.cpu(pid()).minus(before);
        return new Cost(timed, cpu, bytes() - bytes);
    }

    private long bytes() throws IOException {
        return allocated.isPresent() ? allocated.get().bytes() : 0;
    }

    @Override
    public void close() throws IOException {
        if (allocated.isPresent()) {
            allocated.get().close();
        }
        child.close();
    }
}
