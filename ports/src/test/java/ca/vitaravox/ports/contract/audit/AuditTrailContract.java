package ca.vitaravox.ports.contract.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.Relationship;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.audit.AuditAction;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditLine;
import ca.vitaravox.ports.audit.AuditPages;
import ca.vitaravox.ports.audit.AuditQuery;
import ca.vitaravox.ports.audit.AuditResult;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Link;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link AuditTrail} promises, what {@link AuditPages} show of it, and that the {@link Chains} hold. */
public abstract class AuditTrailContract {
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");

    private AuditTrail trail;
    private ClinicId clinic;

    /** The trail. */
    protected abstract AuditTrail auditTrail();

    /** How the same trail is read. */
    protected abstract AuditPages auditPages();

    /** How the same trail is verified. */
    protected abstract Chains chains();

    /** A clinic that no other test knows. */
    protected ClinicId newClinic() {
        return Fresh.clinic();
    }

    @BeforeEach
    void open() {
        trail = auditTrail();
        clinic = newClinic();
    }

    private List<AuditEntry> entries(ClinicId ofClinic) {
        List<AuditEntry> entries = new ArrayList<>(page(AuditQuery.all(ofClinic)));
        Collections.reverse(entries);
        return entries;
    }

    private List<AuditEntry> page(AuditQuery query) {
        return auditPages().page(query, OptionalLong.empty(), 1_000).stream()
                .map(AuditLine::entry)
                .toList();
    }

    private AuditEntry entry(Actor actor, AuditAction action, Optional<String> chart, AuditResult result) {
        return new AuditEntry(clinic, NOW, actor, action, chart, Optional.of("k3v9qa7m"), result);
    }

    private AuditEntry appended(AuditEntry entry) {
        trail.append(entry);
        return entry;
    }

    @Test
    void an_entry_is_there_when_append_returns() {
        AuditEntry entry = new AuditEntry(
                clinic,
                NOW,
                new Actor.Caller(Fresh.call(), Relationship.PARENT),
                AuditAction.IDENTIFY,
                Optional.empty(),
                Optional.empty(),
                AuditResult.NOT_FOUND);
        trail.append(entry);
        assertEquals(List.of(entry), entries(clinic));
    }

    @Test
    void every_kind_of_entry_is_kept_in_the_order_it_was_appended() {
        List<AuditEntry> appended = new ArrayList<>();
        for (Relationship relationship : Relationship.values()) {
            Actor caller = new Actor.Caller(Fresh.call(), relationship);
            for (AuditAction action : AuditAction.values()) {
                appended.add(appended(entry(caller, action, Optional.of("1"), AuditResult.DONE)));
            }
        }
        for (AuditResult result : AuditResult.values()) {
            Actor server = new Actor.Server("finish-writing");
            appended.add(appended(entry(server, AuditAction.BOOK_APPOINTMENT, Optional.of("2"), result)));
        }
        Actor admin = new Actor.Admin(new UserId(Fresh.hex()), new SessionId(Fresh.hex()));
        appended.add(appended(entry(admin, AuditAction.VIEW_CHART, Optional.of("3"), AuditResult.DONE)));
        assertEquals(appended, entries(clinic));
    }

    @Test
    void the_same_entry_twice_is_two_entries() {
        Actor server = new Actor.Server("finish-writing");
        AuditEntry entry = entry(server, AuditAction.CANCEL_APPOINTMENT, Optional.of("1"), AuditResult.INTENDED);
        trail.append(entry);
        trail.append(entry);
        assertEquals(List.of(entry, entry), entries(clinic));
    }

    @Test
    void another_clinic_sees_none_of_it() {
        appended(entry(new Actor.Server("x"), AuditAction.VIEW_CHART, Optional.of("1"), AuditResult.DONE));
        assertEquals(List.of(), entries(newClinic()));
    }

    @Test
    void of_entries_appended_at_once_none_is_lost() {
        Actor server = new Actor.Server("finish-writing");
        List<AuditEntry> appended = AtOnce.race(
                i -> appended(entry(server, AuditAction.VIEW_CHART, Optional.of("" + i), AuditResult.DONE)));
        List<AuditEntry> kept = entries(clinic);
        assertEquals(AtOnce.CALLERS, kept.size());
        assertEquals(Set.copyOf(appended), Set.copyOf(kept));
    }

    private List<Link> links() {
        return chains().links(ChainName.of(clinic), 1, 1_000);
    }

    private void assertWhole(int entries) {
        Head here = Head.before(ChainName.of(clinic));
        for (Link link : links()) {
            assertEquals(here.position() + 1, link.position());
            assertEquals(here.hash(), link.previous(), () -> "the one before " + link.position());
            assertTrue(link.isWhole(), () -> "the hash of " + link.position());
            here = link.head();
        }
        assertEquals(entries, here.position());
        assertEquals(here, chains().head(ChainName.of(clinic)));
    }

    @Test
    void each_entry_carries_the_hash_of_the_one_before() {
        every_kind_of_entry_is_kept_in_the_order_it_was_appended();
        assertWhole(entries(clinic).size());
        AuditLine last = auditPages()
                .page(AuditQuery.all(clinic), OptionalLong.empty(), 1)
                .get(0);
        assertEquals(chains().head(ChainName.of(clinic)), new Head(ChainName.of(clinic), last.position(), last.hash()));
        assertEquals(
                last.entry().texts(last.emr()), links().get(links().size() - 1).texts());
    }

    @Test
    void entries_appended_at_once_are_one_chain() {
        of_entries_appended_at_once_none_is_lost();
        assertWhole(AtOnce.CALLERS);
    }

    @Test
    void whatever_an_entry_says_its_hash_is_the_same_everywhere() {
        List<String> texts = List.of(
                "",
                " ",
                "null",
                "\"",
                "\\",
                "a\nb\r\t\b\f",
                "\u0001\u001f\u007f",
                "Siobhán",
                "王伟",
                "\ud83d\ude00\u2028/");
        for (String text : texts) {
            appended(entry(new Actor.Server(text), AuditAction.VIEW_CHART, Optional.of(text), AuditResult.DONE));
        }
        AuditEntry precise = new AuditEntry(
                clinic,
                Instant.parse("2026-03-02T17:00:00.123456789Z"),
                new Actor.Server("x"),
                AuditAction.VIEW_CHART,
                Optional.empty(),
                Optional.empty(),
                AuditResult.DONE);
        assertEquals(
                Instant.parse("2026-03-02T17:00:00.123456Z"), appended(precise).at());
        assertWhole(texts.size() + 1);
        assertEquals(precise, entries(clinic).get(texts.size()));
    }

    /** By hand, so that no code of ours is needed to believe it. */
    @Test
    void the_first_link_is_as_anybody_can_compute_it() {
        appended(new AuditEntry(
                clinic,
                NOW,
                new Actor.Server("x\"é"),
                AuditAction.VIEW_CHART,
                Optional.of("1"),
                Optional.empty(),
                AuditResult.DONE));
        Link first = links().get(0);
        String content =
                sha256("[\"2026-03-02T17:00:00.000000Z\",null,null,\"x\\\"é\",null,null,\"view_chart\",\"1\",null,"
                        + "\"done\",\"demo\"]");
        assertEquals(content, first.content().hex());
        assertEquals(
                sha256("[\"1\",\"audit/%s\",\"1\",\"%s\",\"%s\"]".formatted(clinic, "0".repeat(64), content)),
                first.hash().hex());
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_empty_chain_ends_before_its_first_entry() {
        assertEquals(Head.before(ChainName.of(clinic)), chains().head(ChainName.of(clinic)));
        assertEquals(List.of(), links());
        assertEquals(Optional.empty(), chains().sealedFrom(ChainName.of(clinic), 1));
    }

    @Test
    void links_begin_where_they_are_asked_to_and_are_no_more() {
        the_same_entry_twice_is_two_entries();
        assertEquals(List.of(links().get(1)), chains().links(ChainName.of(clinic), 2, 10));
        assertEquals(List.of(links().get(0)), chains().links(ChainName.of(clinic), Long.MIN_VALUE, 1));
        assertTrue(chains().heads().contains(links().get(1).head()));
    }

    @Test
    void pages_show_what_is_asked_for_and_go_on_where_the_one_before_ended() {
        CallId call = Fresh.call();
        UserId user = new UserId(Fresh.hex());
        Actor admin = new Actor.Admin(user, new SessionId(Fresh.hex()));
        Actor caller = new Actor.Caller(call, Relationship.SELF);
        AuditEntry first = appended(entry(caller, AuditAction.IDENTIFY, Optional.of("1"), AuditResult.DONE));
        AuditEntry second = appended(entry(admin, AuditAction.VIEW_CHART, Optional.of("2"), AuditResult.DONE));
        AuditEntry third = appended(new AuditEntry(
                clinic,
                NOW.plusSeconds(1),
                new Actor.Server("x"),
                AuditAction.IDENTIFY,
                Optional.of("1"),
                Optional.empty(),
                AuditResult.DONE));
        AuditQuery all = AuditQuery.all(clinic);
        assertEquals(List.of(third, first), page(asking(all, Optional.of("1"), Optional.empty(), Optional.empty())));
        assertEquals(List.of(first), page(asking(all, Optional.empty(), Optional.of(call), Optional.empty())));
        assertEquals(List.of(second), page(asking(all, Optional.empty(), Optional.empty(), Optional.of(user))));
        assertEquals(List.of(third, first), page(done(AuditAction.IDENTIFY, Optional.empty(), Optional.empty())));
        assertEquals(
                List.of(third), page(done(AuditAction.IDENTIFY, Optional.of(NOW.plusSeconds(1)), Optional.empty())));
        assertEquals(
                List.of(first), page(done(AuditAction.IDENTIFY, Optional.of(NOW), Optional.of(NOW.plusSeconds(1)))));

        List<AuditLine> newest = auditPages().page(all, OptionalLong.empty(), 2);
        assertEquals(
                List.of(third, second), newest.stream().map(AuditLine::entry).toList());
        assertEquals(
                List.of(first),
                auditPages().page(all, OptionalLong.of(newest.get(1).position()), 2).stream()
                        .map(AuditLine::entry)
                        .toList());
        String emr = auditPages().emrInUse(clinic);
        assertEquals(emr, newest.get(0).emr());
        assertEquals(OptionalLong.of(2), auditPages().first(clinic, "2", emr));
        assertEquals(OptionalLong.empty(), auditPages().first(clinic, "2", "another"));
        assertEquals(OptionalLong.empty(), auditPages().first(clinic, "9", emr));
    }

    private static AuditQuery asking(
            AuditQuery all, Optional<String> chart, Optional<CallId> call, Optional<UserId> user) {
        return new AuditQuery(all.clinic(), chart, call, user, all.action(), all.from(), all.until());
    }

    private AuditQuery done(AuditAction action, Optional<Instant> from, Optional<Instant> until) {
        return new AuditQuery(
                clinic, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(action), from, until);
    }
}
