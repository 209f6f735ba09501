package ca.vitaravox.bench.big;

import java.util.List;

/**
 * How much there is to be.
 *
 * @param clinics beside those of the demo
 * @param calls of all of them; the first clinics have the most
 * @param entries of their audit trails
 */
record Size(int clinics, int calls, int entries) {
    /** What a platform has after a year. */
    static final Size USUAL = new Size(1_000, 1_000_000, 5_000_000);

    /** The clinics with fewer calls than this place have nearly as many as each other. */
    private static final int LARGE = 20;

    static Size of(List<String> arguments) {
        return arguments.isEmpty()
                ? USUAL
                : new Size(
                        Integer.parseInt(arguments.get(0)),
                        Integer.parseInt(arguments.get(1)),
                        Integer.parseInt(arguments.get(2)));
    }

    String clinic(int number) {
        return "big-%04d".formatted(number);
    }

    /** How many calls of all are of clinics before this one: fewer and fewer are added. */
    int callsBefore(int number) {
        return (int) Math.round(calls * weight(number) / weight(clinics));
    }

    /** How many entries of all are of calls before this one. */
    int entriesBefore(int call) {
        return (int) ((long) entries * call / calls);
    }

    private static double weight(int number) {
        return Math.log((double) (number + LARGE) / LARGE);
    }
}
