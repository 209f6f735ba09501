package ca.vitaravox.domain.emr;

import ca.vitaravox.ports.booking.AppointmentId;
import ca.vitaravox.ports.booking.WriteResult;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import ca.vitaravox.ports.patient.ChartResult;
import ca.vitaravox.ports.patient.PatientId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** What goes wrong with which request, what happens just before it, and how often it came. Thread-safe. */
final class Troubles {
    private static final Runnable NOTHING = () -> {};

    private final Map<Request, Trouble> troubles = new EnumMap<>(Request.class);
    private final Map<Request, Runnable> before = new EnumMap<>(Request.class);
    private final Map<Request, Integer> counts = new EnumMap<>(Request.class);
    private final List<Runnable> late = new ArrayList<>();

    synchronized void set(Request request, Trouble trouble) {
        troubles.put(request, trouble);
    }

    synchronized void before(Request request, Runnable happening) {
        before.put(request, happening);
    }

    synchronized int count(Request request) {
        return counts.getOrDefault(request, 0);
    }

    /** Takes a request: what happens before it happens outside any lock, so that it may wait for other threads. */
    private Trouble take(Request request) {
        Runnable happening;
        synchronized (this) {
            counts.merge(request, 1, Integer::sum);
            happening = before.getOrDefault(request, NOTHING);
        }
        happening.run();
        synchronized (this) {
            return troubles.getOrDefault(request, Trouble.NONE);
        }
    }

    <T> T read(Request request, Supplier<T> answer) {
        if (take(request) != Trouble.NONE) {
            throw new EmrUnavailableException("no answer to " + request);
        }
        return answer.get();
    }

    WriteResult write(Request request, Supplier<AppointmentId> writing) {
        return write(request, writing, WriteResult.Written::new, WriteResult.NotWritten::new, WriteResult.Unknown::new);
    }

    ChartResult make(Request request, Supplier<PatientId> making) {
        return write(request, making, ChartResult.Made::new, ChartResult.NotMade::new, ChartResult.Unknown::new);
    }

    private <I, R> R write(
            Request request,
            Supplier<I> writing,
            Function<I, R> done,
            Function<String, R> notDone,
            Function<String, R> unknown) {
        return switch (take(request)) {
            case NONE -> done.apply(writing.get());
            case DOWN -> notDone.apply("not reached");
            case SILENT -> unknown.apply("no answer");
            case UNANSWERED -> {
                writing.get();
                yield unknown.apply("no answer");
            }
            case LATE -> {
                later(writing::get);
                yield unknown.apply("no answer yet");
            }
        };
    }

    private synchronized void later(Runnable writing) {
        late.add(writing);
    }

    synchronized List<Runnable> takeLate() {
        List<Runnable> taken = List.copyOf(late);
        late.clear();
        return taken;
    }
}
