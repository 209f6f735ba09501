package ca.vitaravox.server.emr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.clinic.ClinicEmrs;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.clinic.EmrAddress;
import ca.vitaravox.ports.clinic.EmrInUse;
import ca.vitaravox.ports.clinic.EmrSettings;
import ca.vitaravox.ports.clinic.EmrUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class EmrSwitchboardTest {
    private static final ClinicId CLINIC = new ClinicId("maple-street");
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final ClinicEmr DEMO = new ClinicEmr(null, null);

    private Instant now = Instant.parse("2026-03-02T17:00:00Z");
    private EmrInUse kept = live("test", Optional.empty());
    private int reads;
    private final AtomicBoolean leftAlone = new AtomicBoolean();
    private final List<ClinicEmr> made = new ArrayList<>();
    private final List<ClinicEmr> ended = new ArrayList<>();
    private final ClinicEmrs settings = new ClinicEmrs() {
        @Override
        public EmrInUse emr(ClinicId clinic) {
            reads++;
            return kept;
        }

        @Override
        public void change(ClinicId clinic, UnaryOperator<EmrSettings> change, Instant at) {
            throw new UnsupportedOperationException();
        }
    };
    private final DemoOnly demoOnly = new DemoOnly();
    private final EmrSwitchboard emrs =
            new EmrSwitchboard(settings, new EmrKinds(DEMO, Map.of("test", this::make)), () -> now, demoOnly);

    private ClinicEmr make(ClinicId clinic, EmrSettings from) {
        int number = made.size();
        made.add(new ClinicEmr(null, null, Optional.empty(), false, leftAlone::get, () -> ended.add(made.get(number))));
        return made.get(number);
    }

    private static EmrInUse live(String kind, Optional<Instant> since) {
        URI address = URI.create("https://emr.example.test/" + kind);
        return new EmrInUse(
                new EmrSettings(
                        kind,
                        true,
                        Optional.of(new EmrAddress(address, address, ZoneOffset.UTC)),
                        Optional.of("sealed")),
                since);
    }

    private ClinicEmr asked() {
        return emrs.ask(CLINIC, UnaryOperator.identity());
    }

    private ClinicEmr told() {
        return emrs.tell(CLINIC, UnaryOperator.identity());
    }

    @Test
    void settings_are_read_again_after_five_minutes_and_an_emr_that_did_not_change_is_kept() {
        emrs.hears(true);
        ClinicEmr first = asked();
        now = now.plus(EmrSwitchboard.KEPT).minus(MOMENT);
        assertSame(first, asked());
        assertEquals(1, reads);

        now = now.plus(MOMENT);
        assertSame(first, asked());
        assertEquals(2, reads);
        assertEquals(List.of(), ended);
    }

    @Test
    void an_emr_whose_settings_changed_is_ended_at_once() {
        emrs.hears(true);
        ClinicEmr first = asked();
        kept = new EmrInUse(EmrSettings.DEMO, Optional.of(now));

        emrs.changed(CLINIC);

        assertEquals(List.of(first), ended);
        assertSame(DEMO, asked());
    }

    @Test
    void while_nothing_is_heard_settings_are_read_at_every_question() {
        ClinicEmr first = asked();
        kept = live("test", Optional.of(now));

        ClinicEmr second = asked();

        assertSame(made.get(1), second);
        assertEquals(List.of(first), ended);
    }

    @Test
    void what_changed_unheard_is_found_once_changes_are_heard_again() {
        emrs.hears(true);
        asked();
        emrs.hears(false);
        kept = new EmrInUse(EmrSettings.DEMO, Optional.of(now));

        emrs.hears(true);

        assertSame(DEMO, asked());
    }

    @Test
    void what_is_marked_reaches_the_demo_emr_and_no_other_on_whatever_thread_it_goes_on() {
        assertThrows(EmrUnavailableException.class, () -> demoOnly.during(this::asked));
        assertThrows(EmrUnavailableException.class, () -> demoOnly.during(this::told));
        CompletableFuture<ClinicEmr> elsewhere = demoOnly.during(
                () -> CompletableFuture.supplyAsync(this::asked, demoOnly.following(work -> new Thread(work).start())));
        assertInstanceOf(
                EmrUnavailableException.class,
                assertThrows(CompletionException.class, elsewhere::join).getCause());
        assertSame(made.get(0), asked(), "what is not marked reaches it");

        kept = new EmrInUse(EmrSettings.DEMO, Optional.empty());
        assertSame(DEMO, demoOnly.during(this::asked));
        assertSame(DEMO, demoOnly.during(this::told));
    }

    @Test
    void settings_are_read_before_every_write() {
        emrs.hears(true);
        asked();
        kept = new EmrInUse(EmrSettings.DEMO, Optional.empty());

        assertSame(DEMO, told());
    }

    @Test
    void nothing_is_written_until_what_was_begun_before_a_switch_is_over() {
        emrs.hears(true);
        kept = live("test", Optional.of(now));
        now = now.plus(EmrSwitchboard.NO_WRITES).minus(MOMENT);
        asked();
        assertThrows(EmrUnavailableException.class, this::told);

        now = now.plus(MOMENT);
        assertSame(made.get(0), told());
    }

    @Test
    void an_unknown_kind_is_an_error_and_never_demo_data() {
        kept = live("paper", Optional.empty());

        assertThrows(EmrUnavailableException.class, this::asked);
        assertThrows(EmrUnavailableException.class, this::told);
        assertEquals(1, emrs.down());
    }

    @Test
    void a_clinic_that_is_not_live_has_demo_data_whatever_its_kind() {
        EmrSettings off = live("test", Optional.empty()).settings();
        kept = new EmrInUse(new EmrSettings(off.kind(), false, off.address(), off.credentials()), Optional.empty());

        assertSame(DEMO, asked());
        assertSame(DEMO, told());
        assertEquals(List.of(), made);
    }

    @Test
    void one_that_cannot_be_connected_to_is_left_alone_until_its_settings_change() {
        emrs.hears(true);
        assertFalse(emrs.isLeftAlone(CLINIC), "nothing is known of it");
        kept = live("paper", Optional.empty());
        assertThrows(EmrUnavailableException.class, this::asked);
        assertTrue(emrs.isLeftAlone(CLINIC));

        kept = live("test", Optional.empty());
        emrs.changed(CLINIC);
        assertFalse(emrs.isLeftAlone(CLINIC));
    }

    @Test
    void whether_an_emr_is_left_alone_it_says_itself_and_nothing_is_read_for_it() {
        emrs.hears(true);
        asked();
        leftAlone.set(true);
        assertTrue(emrs.isLeftAlone(CLINIC));
        assertFalse(emrs.isLeftAlone(new ClinicId("harbourview")));
        leftAlone.set(false);
        assertFalse(emrs.isLeftAlone(CLINIC));
        assertEquals(1, reads);
    }

    @Test
    void an_emr_is_down_until_it_answers_again() {
        assertThrows(
                EmrUnavailableException.class,
                () -> emrs.ask(CLINIC, emr -> {
                    throw new EmrUnavailableException("silent");
                }));
        assertEquals(1, emrs.down());

        asked();
        assertEquals(0, emrs.down());
    }
}
