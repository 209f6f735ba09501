package ca.vitaravox.bench.tables;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** What was measured again and again. */
final class Runs {
    private final double[] sorted;

    Runs(DoubleStream measured) {
        sorted = measured.sorted().toArray();
    }

    double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median, and between what all lie. */
    @Override
    public String toString() {
        return "%s (%s to %s)"
                .formatted(Table.number(median()), Table.number(sorted[0]), Table.number(sorted[sorted.length - 1]));
    }

    /** Of pairs, each one by the other. */
    static Runs ratios(double[] ours, double[] others) {
        double[] ratios = ours.clone();
        Arrays.setAll(ratios, i -> ours[i] / others[i]);
        return new Runs(Arrays.stream(ratios));
    }
}
