package ca.vitaravox.domain.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What happened, in order. */
public final class Story {
    private record Line(Instant at, String who, String what) {}

    private final Instant beginning;
    private final List<Line> lines = new ArrayList<>();

    Story(Instant beginning) {
        this.beginning = beginning;
    }

    void tell(Instant at, String who, String what) {
        lines.add(new Line(at, who, what));
    }

    /** The last lines, each with the seconds since the beginning. */
    String last(int most) {
        return lines.stream()
                .skip(Math.max(0, lines.size() - most))
                .map(this::written)
                .collect(Collectors.joining("\n"));
    }

    private String written(Line line) {
        double seconds = Duration.between(beginning, line.at()).toMillis() / 1000.0;
        return "%8.3f  %-22s %s".formatted(seconds, line.who(), line.what());
    }

    @Override
    public String toString() {
        return last(Integer.MAX_VALUE);
    }
}
