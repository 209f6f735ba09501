package ca.vitaravox.domain.simulation;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Which simulations are run: a few, or 1,000 with {@code -Dscale=full}, or one with {@code -Dsimulation.seed=N};
 * {@code -Dsimulation.first=N} begins elsewhere.
 */
public final class Seeds {
    static final long FIRST = Long.getLong("simulation.first", 20_260_601_000L);

    private Seeds() {}

    /** Those to run, of which there are {@code usually} so many. */
    public static List<Long> toRun(int usually) {
        Long one = Long.getLong("simulation.seed");
        return one == null ? first("full".equals(System.getProperty("scale")) ? 1_000 : usually) : List.of(one);
    }

    /** The first so many. */
    public static List<Long> first(int many) {
        return LongStream.range(FIRST, FIRST + many).boxed().toList();
    }
}
