package ca.vitaravox.server.web.booking;

import java.util.ArrayList;
import java.util.List;

/** Puts what overlaps side by side, so that what is booked twice is seen twice. */
final class Lanes {
    /** More than so many side by side nobody could read; the rest lies over the last. */
    private static final int MOST = 4;

    private Lanes() {}

    /**
     * The name of a style for each: empty where it has the day for itself, else which lane of how many.
     *
     * @param stretches by their starts
     */
    static List<String> of(List<Stretch> stretches) {
        List<String> lanes = new ArrayList<>();
        for (int first = 0; first < stretches.size(); ) {
            int next = first + 1;
            int over = stretches.get(first).to();
            while (next < stretches.size() && stretches.get(next).from() < over) {
                over = Math.max(over, stretches.get(next).to());
                next++;
            }
            lanes.addAll(sideBySide(stretches.subList(first, next)));
            first = next;
        }
        return lanes;
    }

    /** Each into the first lane that is free when it begins. */
    private static List<String> sideBySide(List<Stretch> group) {
        List<Integer> ends = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Stretch each : group) {
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) > each.from()) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(each.to());
            } else {
                ends.set(lane, each.to());
            }
            places.add(lane);
        }
        int many = Math.min(MOST, ends.size());
        return places.stream()
                .map(lane -> many == 1 ? "" : " l" + Math.min(lane, many - 1) + "of" + many)
                .toList();
    }
}
