package ca.vitaravox.ports.contract.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallFigures;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.Figures;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrRequest;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link CallFigures} promises, of clinics in Vancouver. */
public abstract class CallFiguresContract implements Clinics {
    private static final LocalDate DAY = LocalDate.parse("2026-01-14");
    private static final Instant MIDNIGHT = Instant.parse("2026-01-14T08:00:00Z");
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");
    private CallFigures figures;
    private CallLog log;
    private ClinicId clinic;

    /** The figures. */
    protected abstract CallFigures figures();

    /** Of which calls they are. */
    protected abstract CallLog callLog();

    @BeforeEach
    void open() {
        figures = figures();
        log = callLog();
        clinic = newClinic();
        countAll();
    }

    private void countAll() {
        while (figures.count(EVER) > 0) {
            // until nothing is left to be counted
        }
    }

    private CallId begun(Instant at) {
        CallId call = Fresh.call();
        log.add(clinic, call, Optional.empty(), new CallNews.Started(at), at);
        return call;
    }

    private void used(CallId call, String tool, Instant at, long millis, String code, EmrRequest... asked) {
        log.add(
                clinic,
                call,
                Optional.empty(),
                new ToolCall(
                        Fresh.hex(),
                        tool,
                        at,
                        Duration.ofMillis(millis),
                        Optional.ofNullable(code),
                        Optional.empty(),
                        List.of(),
                        List.of(asked)));
    }

    private Figures of(LocalDate first, LocalDate last) {
        return figures.of(clinic, first, last);
    }

    private int callsOf(LocalDate first, LocalDate last) {
        return of(first, last).calls();
    }

    @Test
    void a_call_is_of_the_day_and_hour_in_which_it_began_by_the_clock_of_its_clinic() {
        begun(MIDNIGHT.minusMillis(1));
        begun(MIDNIGHT);
        begun(MIDNIGHT.plus(Duration.ofHours(24)).minusMillis(1));
        begun(MIDNIGHT.plus(Duration.ofHours(24)));
        for (String when : List.of("before they are counted", "after")) {
            Figures day = of(DAY, DAY);
            assertEquals(Map.of(DAY, 2), day.days(), when);
            assertEquals(List.of(1, 1), List.of(day.hours().get(0), day.hours().get(23)), when);
            assertEquals(4, callsOf(DAY.minusDays(1), DAY.plusDays(1)), when);
            countAll();
        }
    }

    @Test
    void what_changes_after_it_was_counted_is_seen_at_once() {
        CallId call = begun(MIDNIGHT);
        log.derived(clinic, call, Intent.BOOK, Outcome.ABANDONED);
        countAll();
        assertEquals(Map.of(Outcome.ABANDONED, 1), of(DAY, DAY).outcomes());
        log.derived(clinic, call, Intent.BOOK, Outcome.BOOKED);
        begun(MIDNIGHT.plusSeconds(1));
        for (String when : List.of("before", "after")) {
            assertEquals(Map.of(Outcome.BOOKED, 1), of(DAY, DAY).outcomes(), when);
            assertEquals(Map.of(Intent.BOOK, 1), of(DAY, DAY).intents(), when);
            assertEquals(2, callsOf(DAY, DAY), when);
            countAll();
        }
    }

    @Test
    void tools_are_told_with_their_refusals_and_how_long_they_took() {
        CallId call = begun(MIDNIGHT);
        for (int i = 0; i < 98; i++) {
            used(call, "search_patient", MIDNIGHT.plusSeconds(i), 40, null);
        }
        used(call, "search_patient", MIDNIGHT, 900, "EMR_UNAVAILABLE");
        used(call, "search_patient", MIDNIGHT, 4_000, "EMR_UNAVAILABLE");
        countAll();
        Figures.Tool tool = of(DAY, DAY).tools().get("search_patient");
        assertEquals(100, tool.took().count());
        assertEquals(Map.of("EMR_UNAVAILABLE", 2), tool.refused());
        assertEquals(40, tool.took().within(0.5).toMillis(), 2);
        assertEquals(900, tool.took().within(0.99).toMillis(), 45);
        assertEquals(4_000, tool.took().within(1).toMillis(), 200);
    }

    @Test
    void a_request_to_the_emr_failed_if_it_was_not_answered_or_with_500_or_more() {
        CallId call = begun(MIDNIGHT);
        Duration took = Duration.ofMillis(30);
        used(
                call,
                "search_patient",
                MIDNIGHT,
                40,
                null,
                new EmrRequest("GET /a", took, OptionalInt.of(200)),
                new EmrRequest("GET /a", took, OptionalInt.of(499)),
                new EmrRequest("GET /a", took, OptionalInt.of(500)),
                new EmrRequest("GET /a", took, OptionalInt.empty()));
        for (String when : List.of("before", "after")) {
            Figures.Emr emr = of(DAY, DAY).emr();
            assertEquals(2, emr.took().count(), when);
            assertEquals(2, emr.failed().count(), when);
            countAll();
        }
    }

    @Test
    void figures_of_all_are_those_of_each_together_however_often_they_are_counted() {
        Figures before = figures.ofAll(DAY, DAY);
        begun(MIDNIGHT);
        clinic = newClinic();
        CallId call = begun(MIDNIGHT.plusSeconds(3_600));
        used(call, "get_clinic_info", MIDNIGHT, 3, null);
        countAll();
        log.derived(clinic, call, Intent.INQUIRY, Outcome.NO_ACTION);
        countAll();
        log.derived(clinic, call, Intent.OTHER, Outcome.NO_ACTION);
        countAll();
        Figures after = figures.ofAll(DAY, DAY);
        assertEquals(before.calls() + 2, after.calls());
        assertEquals(
                before.intents().getOrDefault(Intent.INQUIRY, 0),
                after.intents().getOrDefault(Intent.INQUIRY, 0));
        assertEquals(
                before.intents().getOrDefault(Intent.OTHER, 0) + 1,
                after.intents().get(Intent.OTHER));
        assertEquals(1, of(DAY, DAY).calls(), "of one clinic alone");
    }

    @Test
    void none_is_lost_of_calls_that_come_while_others_count() {
        Figures before = figures.ofAll(DAY, DAY);
        AtOnce.race(i -> {
            if (i % 3 == 0) {
                countAll();
            } else {
                used(begun(MIDNIGHT.plusSeconds(i)), "get_clinic_info", MIDNIGHT, 3, null);
            }
            return i;
        });
        int begun = callsOf(DAY, DAY);
        countAll();
        assertEquals(begun, callsOf(DAY, DAY));
        assertEquals(begun, of(DAY, DAY).tools().get("get_clinic_info").took().count());
        assertEquals(before.calls() + begun, figures.ofAll(DAY, DAY).calls());
    }

    @Test
    void nothing_is_counted_before_it_is_old_enough() {
        begun(MIDNIGHT);
        assertEquals(0, figures.count(MIDNIGHT));
        assertEquals(1, figures.count(MIDNIGHT.plusNanos(1_000)));
        assertEquals(0, figures.count(EVER));
    }
}
