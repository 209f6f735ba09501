package ca.vitaravox.ports.contract.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.Session.Kind;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.contract.AtOnce;
import ca.vitaravox.ports.contract.Fresh;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code Users} promises. */
public abstract class UsersContract extends AccessRoom {
    @Test
    void a_user_is_found_by_address_and_by_id_as_added() {
        ClinicId clinic = Fresh.clinic();
        User user = person(Role.CLINIC_MANAGER, Set.of(clinic, Fresh.clinic()));
        Account account = new Account(user, "a hash", Optional.of(NOW.plusSeconds(60)), Optional.empty());

        assertTrue(users().add(account));

        assertEquals(Optional.of(account), users().find(user.id()));
        assertEquals(Optional.of(account), users().find(user.email()));
        assertEquals(
                Optional.of(account),
                users().find(new EmailAddress(" " + user.email().value().toUpperCase(java.util.Locale.ROOT))));
        assertEquals(Optional.empty(), users().find(new UserId(Fresh.hex())));
        assertEquals(Optional.empty(), users().find(new EmailAddress(Fresh.hex() + "@clinic.test")));
    }

    @Test
    void users_are_called_what_they_are_called_and_nobody_else_is() {
        User one = someone();
        User other = someone();
        UserId nobody = new UserId(Fresh.hex());

        assertEquals(
                Map.of(one.id(), one.name(), other.id(), other.name()),
                users().names(Set.of(one.id(), other.id(), nobody)));
        assertEquals(Map.of(), users().names(Set.of(nobody)));
        assertEquals(Map.of(), users().names(Set.of()));
    }

    @Test
    void an_address_is_one_users_however_many_are_added_at_once() {
        User first = person(Role.PLATFORM_ADMIN, Set.of());

        List<Boolean> added = AtOnce.race(number -> users().add(new Account(
                new User(
                        new UserId(Fresh.hex()),
                        first.email(),
                        "Number " + number,
                        Role.PLATFORM_ADMIN,
                        Set.of(),
                        false,
                        false,
                        1,
                        NOW),
                "hash",
                Optional.empty(),
                Optional.empty())));

        assertEquals(1, added.stream().filter(Boolean::booleanValue).count());
    }

    @Test
    void a_change_counts_versions_and_one_made_from_an_old_version_changes_nothing() {
        ClinicId clinic = Fresh.clinic();
        User user = someone();

        Optional<User> changed =
                users().change(user.as(Role.AUDITOR, Set.of(clinic)).named("Another"), NOW);

        assertEquals(2, changed.orElseThrow().version());
        assertEquals(changed.get(), kept(user));
        assertEquals(Role.AUDITOR, kept(user).role());
        assertEquals(Optional.empty(), users().change(user.named("Third"), NOW));
        assertEquals("Another", kept(user).name());
    }

    @Test
    void of_changes_made_at_once_from_one_version_one_is_kept() {
        User user = someone();

        List<Optional<User>> changes = AtOnce.race(number -> users().change(user.named("Name " + number), NOW));

        assertEquals(1, changes.stream().flatMap(Optional::stream).count());
        assertEquals(2, kept(user).version());
    }

    @Test
    void a_change_is_seen_by_the_sessions_that_go_on_and_a_lock_ends_them() {
        ClinicId clinic = Fresh.clinic();
        User user = someone();
        Session session = opened(user, Kind.API, NOW);

        User staff =
                users().change(user.as(Role.CLINIC_STAFF, Set.of(clinic)), NOW).orElseThrow();
        assertEquals(staff, sessions().seen(session.id(), NOW).orElseThrow().user());

        User out = users().change(staff.locked(true), NOW).orElseThrow();
        assertFalse(isIn(session, NOW));
        users().change(out.locked(false), NOW);
        assertFalse(isIn(session, NOW), "who is let in again logs in again");
    }

    @Test
    void a_new_password_ends_all_sessions_but_the_one_kept() {
        User user = someone();
        Session mine = opened(user, Kind.WEB, NOW);
        Session other = opened(user, Kind.API, NOW);
        Session anothers = opened(someone(), Kind.API, NOW);

        users().setPassword(user.id(), "next", Optional.of(NOW), Optional.of(mine.id()), NOW);

        assertTrue(isIn(mine, NOW));
        assertFalse(isIn(other, NOW));
        assertTrue(isIn(anothers, NOW));
        Account kept = users().find(user.id()).orElseThrow();
        assertEquals("next", kept.passwordHash());
        assertEquals(Optional.of(NOW), kept.passwordUntil());
        assertTrue(sessions().seen(mine.id(), NOW).orElseThrow().passwordGiven());
        users().setPassword(user.id(), "own", Optional.empty(), Optional.empty(), NOW);
        assertFalse(isIn(mine, NOW));
    }

    @Test
    void pages_follow_one_another_without_gap_or_repeat() {
        ClinicId clinic = Fresh.clinic();
        List<User> staff = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            staff.add(added(person(Role.CLINIC_STAFF, Set.of(clinic))));
        }
        List<User> read = new ArrayList<>();
        Optional<UserId> after = Optional.empty();
        List<User> page;
        do {
            page = users().page(Optional.of(Set.of(clinic)), after, 2);
            read.addAll(page);
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).id());
        } while (page.size() == 2);

        assertEquals(5, read.size());
        assertEquals(Set.copyOf(staff), Set.copyOf(read));
        assertEquals(
                read.stream().map(each -> each.id().value()).sorted().toList(),
                read.stream().map(each -> each.id().value()).toList());
    }

    @Test
    void a_page_of_clinics_staff_has_nobody_else() {
        ClinicId ours = Fresh.clinic();
        ClinicId alsoOurs = Fresh.clinic();
        ClinicId theirs = Fresh.clinic();
        User here = added(person(Role.CLINIC_STAFF, Set.of(ours)));
        User both = added(person(Role.CLINIC_STAFF, Set.of(ours, alsoOurs)));
        added(person(Role.CLINIC_STAFF, Set.of(ours, theirs)));
        added(person(Role.CLINIC_STAFF, Set.of(theirs)));
        added(person(Role.CLINIC_MANAGER, Set.of(ours)));
        added(person(Role.AUDITOR, Set.of(ours)));
        someone();

        Set<User> seen = Set.copyOf(users().page(Optional.of(Set.of(ours, alsoOurs)), Optional.empty(), 50));

        assertEquals(Set.of(here, both), seen);
        assertEquals(List.of(), users().page(Optional.of(Set.of()), Optional.empty(), 50));
    }

    /** A moment that is not whole milliseconds. */
    @Test
    void times_are_kept_to_the_microsecond() {
        Instant until = NOW.plusNanos(123_456_000);
        User user = someone();
        users().setPassword(user.id(), "x", Optional.of(until), Optional.empty(), NOW);

        assertEquals(Optional.of(until), users().find(user.id()).orElseThrow().passwordUntil());
    }
}
