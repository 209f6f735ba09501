package ca.vitaravox.oscar.standin;

import static ca.vitaravox.oscar.standin.DemographicColumn.FIRST_NAME;
import static ca.vitaravox.oscar.standin.DemographicColumn.LAST_NAME;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Finding charts: {@code quickSearch} and {@code search} (measured, but for the prefixes of the former: read). */
final class DemographicSearch {
    private static final int QUICK_LIMIT = 10;
    private static final String OBJECT = "_demographic";
    private static final Set<String> FIELDS = Set.of("type", "term", "active", "integrator", "outofdomain", "params");
    private static final Set<String> INACTIVE = Set.of("IN", "DE", "IC", "ID", "MO", "FI");
    private static final Map<String, DemographicColumn> TYPES = Map.of(
            "Phone", DemographicColumn.PHONE,
            "HIN", DemographicColumn.HIN,
            "Address", DemographicColumn.ADDRESS,
            "ChartNo", DemographicColumn.CHART_NO);
    private static final Comparator<DemographicRow> BY_NAME = Comparator.comparing(
                    (DemographicRow row) -> row.text(LAST_NAME))
            .thenComparing(row -> row.text(FIRST_NAME));

    private final Office office;
    private final FoundJson json;

    DemographicSearch(Office office) {
        this.office = office;
        this.json = new FoundJson(office);
    }

    Map<Endpoint, Answer> answers() {
        return Map.of(Endpoint.QUICK_SEARCH, this::quick, Endpoint.SEARCH, this::search);
    }

    private Reply quick(Call call) {
        office.callerWho('r', OBJECT, call);
        String query = call.query("query").orElse("");
        List<DemographicRow> found = query.isEmpty() ? List.of() : found(true, quickKind(query), BY_NAME);
        List<DemographicRow> shown = found.stream().limit(QUICK_LIMIT).toList();
        return result(shown.size(), shown, shown.isEmpty() ? null : query);
    }

    private Predicate<DemographicRow> quickKind(String query) {
        if (query.startsWith("addr:")) {
            return column(DemographicColumn.ADDRESS, query.substring("addr:".length()));
        }
        return query.startsWith("chartNo:")
                ? column(DemographicColumn.CHART_NO, query.substring("chartNo:".length()))
                : name(query);
    }

    private Reply search(Call call) {
        office.callerWho('r', OBJECT, call);
        if (!FIELDS.containsAll(
                call.body().properties().stream().map(Map.Entry::getKey).toList())) {
            throw new Refused(office.replies().unreadable());
        }
        int from = call.queryNumber("startIndex").orElseThrow(office::broken);
        int limit = call.queryNumber("itemsToReturn").orElseThrow(office::broken);
        String term = Optional.ofNullable(call.text("term")).orElse("");
        Predicate<DemographicRow> kind = kind(String.valueOf(call.text("type")), term);
        List<DemographicRow> found =
                term.isEmpty() ? List.of() : found(call.body().path("active").asBoolean(), kind, order(call.body()));
        return result(found.size(), found.stream().skip(from).limit(limit).toList(), null);
    }

    private Predicate<DemographicRow> kind(String type, String term) {
        if (type.equals("Name")) {
            return name(term);
        }
        if (type.equals("DOB")) {
            LocalDate date = LenientDates.date(term).orElse(null);
            return row -> date != null && date.equals(row.born());
        }
        if (type.equals("DemographicNo")) {
            Predicate<String> matching = matching(term);
            return row -> matching.test(Integer.toString(row.number()));
        }
        return column(Optional.ofNullable(TYPES.get(type)).orElseThrow(office::broken), term);
    }

    private static Comparator<DemographicRow> order(ObjectNode body) {
        boolean descending = body.path("params").path("sorting[Name]").asText().equals("desc");
        return descending ? BY_NAME.reversed() : BY_NAME;
    }

    /** {@code LAST}, {@code LAST,FIRST} or {@code ,FIRST}. */
    private Predicate<DemographicRow> name(String term) {
        String[] names = term.split(",", 2);
        Predicate<DemographicRow> last = column(LAST_NAME, names[0].strip());
        return names.length == 1 ? last : last.and(column(FIRST_NAME, names[1].strip()));
    }

    private Predicate<DemographicRow> column(DemographicColumn column, String term) {
        Predicate<String> matching = matching(term);
        return row -> matching.test(row.text(column));
    }

    /** A regular expression anywhere in the text, in any case; a pattern for LIKE if it has a star or a percent sign. */
    private Predicate<String> matching(String term) {
        boolean like = term.contains("%") || term.contains("*");
        try {
            return like
                    ? Pattern.compile(likeAsRegex(term), Pattern.CASE_INSENSITIVE)
                            .asMatchPredicate()
                    : Pattern.compile(term, Pattern.CASE_INSENSITIVE).asPredicate();
        } catch (PatternSyntaxException databaseRefuses) {
            throw office.broken();
        }
    }

    private static String likeAsRegex(String term) {
        return term.codePoints()
                .mapToObj(Character::toString)
                .map(letter -> switch (letter) {
                    case "%", "*" -> ".*";
                    case "_" -> ".";
                    default -> Pattern.quote(letter);
                })
                .collect(Collectors.joining());
    }

    private List<DemographicRow> found(
            boolean active, Predicate<DemographicRow> kind, Comparator<DemographicRow> order) {
        return office.tables().demographics().all().stream()
                .filter(row -> active != INACTIVE.contains(row.text(DemographicColumn.PATIENT_STATUS)))
                .filter(kind)
                .sorted(order)
                .toList();
    }

    private Reply result(int total, List<DemographicRow> shown, String query) {
        return office.replies()
                .json(Json.searchResult(
                        office.time(),
                        total,
                        Json.list(shown.stream().map(json::of).toList()),
                        query));
    }
}
