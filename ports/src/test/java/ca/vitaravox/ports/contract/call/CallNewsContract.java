package ca.vitaravox.ports.contract.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.CallNews.Described;
import ca.vitaravox.ports.call.CallNews.Ended;
import ca.vitaravox.ports.call.CallNews.Reported;
import ca.vitaravox.ports.call.CallNews.Started;
import ca.vitaravox.ports.call.CallRecord;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link CallLog} promises to make of news. */
public abstract class CallNewsContract implements Clinics {
    static final Instant START = Instant.parse("2026-03-02T17:00:00Z");
    static final Instant END = START.plusSeconds(125);
    static final Optional<PhoneNumber> CALLER = Optional.of(new PhoneNumber("+16045550142"));
    static final Optional<String> HUNG_UP = Optional.of("customer-ended-call");
    private static final Optional<BigDecimal> COST = Optional.of(new BigDecimal("0.0831"));
    static final Optional<String> REPORT = Optional.of("Appel de Siobhán ; rendez-vous pris.");
    static final Started STARTED = new Started(START);
    static final Ended ENDED = new Ended(END, HUNG_UP);
    static final Reported REPORTED =
            new Reported(Optional.of(START), Optional.of(END), HUNG_UP, COST, REPORT, Optional.empty());
    static final Described DESCRIBED =
            new Described(Intent.BOOK, Outcome.BOOKED, Optional.of("Booked a checkup."), Optional.of(5));

    CallLog log;
    ClinicId clinic;
    CallId call;

    /** The log. */
    protected abstract CallLog callLog();

    @BeforeEach
    void open() {
        log = callLog();
        clinic = newClinic();
        call = Fresh.call();
    }

    CallRecord after(CallNews... news) {
        return after(List.of(news));
    }

    CallRecord after(List<? extends CallNews> news) {
        news.forEach(each -> log.add(clinic, call, CALLER, each, END));
        return log.call(clinic, call).orElseThrow();
    }

    /** Nothing known of the call but that there was one. */
    private CallRecord blank() {
        return record(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private CallRecord record(
            Optional<Instant> start,
            Optional<Instant> end,
            Optional<String> reason,
            Optional<BigDecimal> cost,
            Optional<String> summary) {
        return new CallRecord(
                clinic,
                call,
                CALLER,
                start,
                end,
                reason,
                cost,
                summary,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private CallRecord whole() {
        return new CallRecord(
                clinic,
                call,
                CALLER,
                Optional.of(START),
                Optional.of(END),
                HUNG_UP,
                COST,
                REPORT,
                Optional.of(Intent.BOOK),
                Optional.of(Outcome.BOOKED),
                Optional.of(5),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    @Test
    void a_call_nobody_heard_of_has_no_record() {
        assertEquals(Optional.empty(), log.call(clinic, call));
    }

    @Test
    void the_first_news_make_the_record() {
        assertEquals(
                record(Optional.of(START), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                after(STARTED));
    }

    @Test
    void a_call_that_is_over_has_an_end() {
        CallRecord record = after(STARTED, ENDED);
        assertEquals(record(Optional.of(START), Optional.of(END), HUNG_UP, Optional.empty(), Optional.empty()), record);
        assertEquals(Optional.of(Duration.ofSeconds(125)), record.duration());
    }

    @Test
    void a_report_says_all_it_knows() {
        assertEquals(record(Optional.of(START), Optional.of(END), HUNG_UP, COST, REPORT), after(REPORTED));
        assertEquals(new BigDecimal("0.0831"), after(REPORTED).costUsd().orElseThrow());
    }

    @Test
    void what_the_assistant_says_is_kept() {
        CallRecord record = after(DESCRIBED);
        assertEquals(Optional.of(Intent.BOOK), record.saidIntent());
        assertEquals(Optional.of(Outcome.BOOKED), record.saidOutcome());
        assertEquals(Optional.of(5), record.satisfaction());
        assertEquals(Optional.of("Booked a checkup."), record.summary());
    }

    @Test
    void an_empty_report_makes_a_blank_record() {
        assertEquals(blank(), after(emptyReport()));
    }

    @Test
    void news_in_every_order_and_twice_give_the_same_record() {
        List<CallNews> news = List.of(
                STARTED,
                ENDED,
                REPORTED,
                DESCRIBED,
                new Started(START.plusSeconds(9)),
                new Ended(END.plusSeconds(9), Optional.empty()));
        for (List<CallNews> order : orders(news)) {
            call = Fresh.call();
            assertEquals(
                    whole(),
                    after(order),
                    () -> order.stream()
                            .map(each -> each.getClass().getSimpleName())
                            .toList()
                            .toString());
            assertEquals(whole(), after(order));
        }
    }

    /** Each of the news first once and last once, and thirty orders drawn by a fixed seed. */
    private static List<List<CallNews>> orders(List<CallNews> news) {
        List<List<CallNews>> orders = new ArrayList<>();
        for (int i = 0; i < news.size(); i++) {
            List<CallNews> rotated = new ArrayList<>(news);
            Collections.rotate(rotated, i);
            orders.add(rotated);
        }
        Random random = new Random(20260302);
        for (int i = 0; i < 30; i++) {
            List<CallNews> shuffled = new ArrayList<>(news);
            Collections.shuffle(shuffled, random);
            orders.add(shuffled);
        }
        return orders;
    }

    @Test
    void a_call_that_has_ended_stays_ended() {
        assertEquals(
                Optional.of(END), after(ENDED, new Started(END.plusSeconds(5))).endedAt());
    }

    @Test
    void the_earliest_start_and_the_earliest_end_count() {
        Reported late = new Reported(
                Optional.of(START.plusSeconds(1)),
                Optional.of(END.plusSeconds(1)),
                HUNG_UP,
                COST,
                REPORT,
                Optional.empty());
        CallRecord record = after(late, STARTED, ENDED, late);
        assertEquals(Optional.of(START), record.startedAt());
        assertEquals(Optional.of(END), record.endedAt());
    }

    @Test
    void the_reports_reason_and_summary_come_before_any_others() {
        Ended otherwise = new Ended(END, Optional.of("pipeline-error"));
        assertEquals(HUNG_UP, after(otherwise, REPORTED).endedReason());
        assertEquals(REPORT, after(DESCRIBED, REPORTED).summary());
        call = Fresh.call();
        assertEquals(HUNG_UP, after(REPORTED, otherwise).endedReason());
        assertEquals(REPORT, after(REPORTED, DESCRIBED).summary());
    }

    @Test
    void a_known_fact_is_not_forgotten_for_a_missing_one() {
        after(STARTED, ENDED, REPORTED, DESCRIBED);
        Described bare = new Described(Intent.BOOK, Outcome.BOOKED, Optional.empty(), Optional.empty());
        assertEquals(whole(), after(emptyReport(), bare, new Ended(END, Optional.empty())));
        log.add(clinic, call, Optional.empty(), STARTED, END);
        assertEquals(whole(), log.call(clinic, call).orElseThrow());
    }

    @Test
    void a_caller_may_be_learnt_later() {
        log.add(clinic, call, Optional.empty(), STARTED, START);
        assertEquals(Optional.empty(), log.call(clinic, call).orElseThrow().caller());
        assertEquals(CALLER, after(ENDED).caller());
    }

    private static Reported emptyReport() {
        return new Reported(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
