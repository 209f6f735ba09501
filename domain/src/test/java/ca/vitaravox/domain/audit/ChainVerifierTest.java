package ca.vitaravox.domain.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Hash;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Link;
import ca.vitaravox.ports.audit.Verification.Fault;
import ca.vitaravox.ports.audit.Verification.Verdict;
import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes what was written is found out, at the entry they changed. */
class ChainVerifierTest {
    private static final ChainName CHAIN = ChainName.of(new ClinicId("ours"));
    private static final ChainName THEIRS = ChainName.of(new ClinicId("theirs"));
    private static final int ENTRIES = 2_500; // more than two pages
    private static final YearMonth OLD = YearMonth.of(2019, 2);
    /** When all of {@link #OLD} is seven years old, to the microsecond. */
    private static final Instant SEVEN_YEARS_LATER = Instant.parse("2026-03-01T00:00:00Z");

    private final TamperedChains chains = new TamperedChains(CHAIN, ENTRIES);

    private Verdict verified(Head... anchors) {
        return verified(SEVEN_YEARS_LATER, anchors);
    }

    private Verdict verified(Instant now, Head... anchors) {
        return new ChainVerifier(chains, InstantSource.fixed(now)).verify(CHAIN, List.of(anchors));
    }

    private static Verdict broken(long position, Fault fault) {
        return new Verdict.Broken(CHAIN, position, fault);
    }

    private Verdict intact(long entries, long retired, int anchors) {
        return new Verdict.Intact(chains.head, entries, retired, anchors);
    }

    @Test
    void what_nobody_touched_is_whole_and_agrees_with_its_anchors() {
        Head early = chains.at(17).head();
        Head other = new Head(THEIRS, 1, Hash.NONE);
        assertEquals(intact(ENTRIES, 0, 2), verified(chains.head, early, other));
        assertEquals(
                new Verdict.Intact(Head.before(THEIRS), 0, 0, 0),
                new ChainVerifier(chains, InstantSource.system()).verify(THEIRS, List.of()));
    }

    @Test
    void what_is_added_meanwhile_does_no_harm() {
        Head then = chains.head;
        chains.add("one more");
        Head now = chains.head;
        chains.head = then;
        assertEquals(new Verdict.Intact(now, ENTRIES + 1, 0, 0), verified());
    }

    /** At the first and last entry, and around the ends of pages. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 999, 1000, 1001, 1999, 2499, 2500})
    void one_flipped_byte_is_found_where_it_is(long position) {
        Link kept = chains.at(position);
        chains.replace(position, with(kept, List.of(Optional.of("entri " + position), Optional.empty()), kept.hash()));
        assertEquals(broken(position, Fault.ALTERED), verified());

        chains.replace(position, with(kept, kept.texts(), flipped(kept.hash())));
        assertEquals(broken(position, Fault.ALTERED), verified());
    }

    private static Link with(Link kept, List<Optional<String>> texts, Hash hash) {
        return new Link(kept.chain(), kept.position(), kept.form(), kept.previous(), texts, hash);
    }

    private static Hash flipped(Hash hash) {
        char first = hash.hex().charAt(0);
        return new Hash((first == '0' ? '1' : '0') + hash.hex().substring(1));
    }

    /** Whoever knows how hashes are made still has to change all that follow, and then the anchors. */
    @Test
    void an_entry_rewritten_with_a_hash_of_its_own_no_longer_fits_the_next() {
        Link rewritten = Link.after(chains.at(41).head(), List.of(Optional.of("another"), Optional.empty()));
        chains.replace(42, rewritten);
        assertEquals(broken(43, Fault.UNLINKED), verified());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 1000, 1001, 2499})
    void one_deleted_entry_is_found_where_it_was(long position) {
        chains.remove(position);
        assertEquals(broken(position, Fault.MISSING), verified());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 999, 1000, 2499})
    void two_entries_that_changed_places_are_found_at_the_first(long position) {
        Link first = chains.at(position);
        Link second = chains.at(position + 1);
        chains.remove(position);
        chains.remove(position + 1);
        chains.links.add(moved(second, CHAIN, position));
        chains.links.add(moved(first, CHAIN, position + 1));
        assertEquals(broken(position, Fault.ALTERED), verified());
    }

    private static Link moved(Link link, ChainName chain, long position) {
        return new Link(chain, position, link.form(), link.previous(), link.texts(), link.hash());
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 999, 1000, 1001, 2500})
    void an_entry_of_another_clinic_is_found_where_it_was_put(long position) {
        Link foreign = new TamperedChains(THEIRS, 2_500).at(position);
        chains.links.add(moved(foreign, CHAIN, position));
        assertEquals(broken(position, Fault.DOUBLE), verified());

        chains.links.add(0, chains.links.remove(chains.links.size() - 1));
        assertEquals(broken(position, Fault.ALTERED), verified(), "where it comes first");
    }

    @Test
    void an_entry_put_before_the_first_is_found() {
        chains.links.add(moved(chains.at(5), CHAIN, 0));
        assertEquals(broken(0, Fault.DOUBLE), verified());
    }

    @Test
    void a_tail_that_is_gone_is_missed_by_the_head_of_the_chain() {
        chains.remove(ENTRIES);
        chains.remove(ENTRIES - 1);
        assertEquals(broken(ENTRIES - 1, Fault.CUT_OFF), verified());
    }

    @Test
    void a_tail_that_is_gone_with_its_head_is_missed_by_an_anchor_alone() {
        Head anchor = chains.head;
        chains.remove(ENTRIES);
        chains.remove(ENTRIES - 1);
        chains.head = chains.at(ENTRIES - 2).head();
        assertEquals(intact(ENTRIES - 2, 0, 0), verified());
        assertEquals(broken(ENTRIES - 1, Fault.CUT_OFF), verified(anchor));
    }

    @Test
    void a_chain_written_anew_from_its_beginning_is_found_by_an_anchor_alone() {
        Head anchor = chains.at(10).head();
        TamperedChains anew = new TamperedChains(CHAIN, 0);
        chains.links.forEach(link -> anew.add("invented " + link.position()));
        ChainVerifier verifier = new ChainVerifier(anew, InstantSource.fixed(SEVEN_YEARS_LATER));
        assertEquals(new Verdict.Intact(anew.head, ENTRIES, 0, 0), verifier.verify(CHAIN, List.of()));
        assertEquals(broken(10, Fault.REWRITTEN), verifier.verify(CHAIN, List.of(anchor)));
    }

    @Test
    void a_form_of_later_programs_is_said_to_be_unknown() {
        Link kept = chains.at(7);
        chains.replace(7, new Link(CHAIN, 7, 2, kept.previous(), kept.texts(), kept.hash()));
        assertEquals(broken(7, Fault.UNKNOWN_FORM), verified());
    }

    @Test
    void what_left_for_its_age_is_bridged_by_its_seals() {
        Head within = chains.at(40).head();
        Head last = chains.at(100).head();
        chains.retire(OLD.minusMonths(1), 1, 60);
        chains.retire(OLD, 61, 100);
        assertEquals(intact(ENTRIES - 100, 100, 1), verified(within, last));
        assertEquals(broken(100, Fault.REWRITTEN), verified(new Head(CHAIN, 100, flipped(last.hash()))));
    }

    /** Clocks of servers differ, so that around midnight entries of two months take turns. */
    @Test
    void months_that_took_turns_are_bridged_run_by_run() {
        chains.retire(OLD, 1, 10);
        chains.retire(OLD, 12, 12);
        chains.retire(OLD, 14, 20);
        assertEquals(intact(ENTRIES - 18, 18, 0), verified());
    }

    @Test
    void what_is_seven_years_old_may_be_gone_and_what_is_younger_may_not() {
        chains.retire(OLD, 1, 10);
        assertEquals(intact(ENTRIES - 10, 10, 0), verified(SEVEN_YEARS_LATER));
        assertEquals(broken(1, Fault.RETIRED_EARLY), verified(SEVEN_YEARS_LATER.minusNanos(1)));
    }

    @Test
    void a_seal_that_does_not_fit_bridges_nothing() {
        chains.retire(OLD, 1, 10);
        chains.remove(11);
        assertEquals(broken(11, Fault.MISSING), verified());

        chains.retire(OLD, 12, 20);
        chains.seals.set(1, new ca.vitaravox.ports.audit.Seal(CHAIN, OLD, 11, 20, flipped(Hash.NONE), Hash.NONE));
        assertEquals(broken(11, Fault.UNLINKED), verified());
    }

    @Test
    void a_chain_of_which_all_has_left_is_whole() {
        chains.retire(OLD, 1, ENTRIES);
        assertEquals(intact(0, ENTRIES, 0), verified());
    }
}
