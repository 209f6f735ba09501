package ca.vitaravox.server.web.overview;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much of something there is of one kind.
 *
 * @param kind the kind, as the interface names it
 * @param count how many
 * @param percent of all, rounded
 */
public record Share(String kind, int count, int percent) {
    /** The kinds of something, the most frequent first. */
    static List<Share> of(JsonNode counts) {
        List<Share> shares = new ArrayList<>();
        int all = 0;
        for (JsonNode count : counts) {
            all += count.asInt();
        }
        int total = Math.max(1, all);
        counts.properties()
                .forEach(each -> shares.add(new Share(
                        each.getKey(),
                        each.getValue().asInt(),
                        Math.round(100f * each.getValue().asInt() / total))));
        shares.sort(Comparator.comparing(Share::count).reversed());
        return shares;
    }
}
