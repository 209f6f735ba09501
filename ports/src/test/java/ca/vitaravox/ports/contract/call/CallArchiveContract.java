package ca.vitaravox.ports.contract.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.call.CallArchive;
import ca.vitaravox.ports.call.CallArchive.Brief;
import ca.vitaravox.ports.call.CallArchive.Filter;
import ca.vitaravox.ports.call.CallArchive.Mark;
import ca.vitaravox.ports.call.CallLog;
import ca.vitaravox.ports.call.CallNews;
import ca.vitaravox.ports.call.Intent;
import ca.vitaravox.ports.call.Outcome;
import ca.vitaravox.ports.call.ToolCall;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.PhoneNumber;
import ca.vitaravox.ports.contract.Clinics;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link CallArchive} promises. */
public abstract class CallArchiveContract implements Clinics {
    private static final Instant START = Instant.parse("2026-03-02T17:00:00Z");
    private static final Filter ANY =
            new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private CallArchive archive;
    private CallLog log;
    private ClinicId clinic;

    /** The archive. */
    protected abstract CallArchive archive();

    /** Of which calls it is. */
    protected abstract CallLog callLog();

    @BeforeEach
    void open() {
        archive = archive();
        log = callLog();
        clinic = newClinic();
    }

    private CallId call(Instant at, Optional<PhoneNumber> caller) {
        CallId call = Fresh.call();
        log.add(clinic, call, caller, new CallNews.Started(at), at);
        return call;
    }

    private List<CallId> listed(Filter filter) {
        return ids(archive.page(clinic, filter, Optional.empty(), 100));
    }

    private static List<CallId> ids(List<Brief> page) {
        return page.stream().map(brief -> brief.mark().call()).toList();
    }

    @Test
    void a_call_is_told_in_brief_with_all_that_is_known() {
        Optional<PhoneNumber> caller = Optional.of(Fresh.phone());
        CallId call = call(START, caller);
        log.add(
                clinic,
                call,
                caller,
                new ToolCall("t", "get_clinic_info", START, Duration.ofMillis(3), Optional.empty()));
        log.add(clinic, call, caller, new CallNews.Ended(START.plusSeconds(9), Optional.empty()), START);
        log.derived(clinic, call, Intent.INQUIRY, Outcome.NO_ACTION);
        assertEquals(
                List.of(new Brief(
                        new Mark(START, call),
                        caller,
                        Optional.of(START.plusSeconds(9)),
                        Optional.of(Intent.INQUIRY),
                        Optional.of(Outcome.NO_ACTION),
                        1)),
                archive.page(clinic, ANY, Optional.empty(), 10));
    }

    @Test
    void pages_follow_each_other_also_among_calls_of_one_moment_and_calls_that_begin_meanwhile_move_nothing() {
        for (int i = 0; i < 7; i++) {
            call(START.plusSeconds(i / 3), Optional.empty());
        }
        List<CallId> all = listed(ANY);
        assertEquals(7, all.size());
        for (int most : List.of(1, 2, 3, 7)) {
            List<CallId> paged = new ArrayList<>();
            List<Brief> page = archive.page(clinic, ANY, Optional.empty(), most);
            while (!page.isEmpty()) {
                paged.addAll(ids(page));
                call(START.plusSeconds(60), Optional.empty());
                page = archive.page(
                        clinic, ANY, Optional.of(page.get(page.size() - 1).mark()), most);
            }
            assertEquals(all, paged.subList(paged.size() - 7, paged.size()));
        }
    }

    @Test
    void the_first_moment_is_in_the_filter_and_the_last_is_not() {
        CallId first = call(START, Optional.empty());
        CallId second = call(START.plusSeconds(1), Optional.empty());
        assertEquals(List.of(second, first), listed(between(START, START.plusSeconds(2))));
        assertEquals(List.of(first), listed(between(START, START.plusSeconds(1))));
        assertEquals(List.of(second), listed(between(START.plusMillis(1), START.plusSeconds(2))));
    }

    private static Filter between(Instant from, Instant until) {
        return new Filter(Optional.of(from), Optional.of(until), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void calls_are_found_by_what_happened_else_by_what_was_said_and_by_caller() {
        Optional<PhoneNumber> caller = Optional.of(Fresh.phone());
        CallId happened = call(START, caller);
        CallId said = call(START.plusSeconds(1), Optional.empty());
        for (CallId call : List.of(happened, said)) {
            log.add(
                    clinic,
                    call,
                    Optional.empty(),
                    new CallNews.Described(Intent.BOOK, Outcome.BOOKED, Optional.empty(), Optional.empty()),
                    START);
        }
        log.derived(clinic, happened, Intent.CANCEL, Outcome.ABANDONED);
        assertEquals(List.of(said), listed(only(Optional.of(Intent.BOOK), Optional.empty(), Optional.empty())));
        assertEquals(
                List.of(happened), listed(only(Optional.empty(), Optional.of(Outcome.ABANDONED), Optional.empty())));
        assertEquals(List.of(happened), listed(only(Optional.empty(), Optional.empty(), caller)));
        assertEquals(
                List.of(), listed(only(Optional.of(Intent.BOOK), Optional.of(Outcome.ABANDONED), Optional.empty())));
    }

    private static Filter only(Optional<Intent> intent, Optional<Outcome> outcome, Optional<PhoneNumber> caller) {
        return new Filter(Optional.empty(), Optional.empty(), intent, outcome, caller);
    }

    @Test
    void clinics_keep_apart() {
        call(START, Optional.empty());
        clinic = newClinic();
        assertEquals(List.of(), listed(ANY));
    }
}
