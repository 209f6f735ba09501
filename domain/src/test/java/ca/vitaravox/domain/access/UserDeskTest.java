package ca.vitaravox.domain.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.vitaravox.ports.access.AccessEvent;
import ca.vitaravox.ports.access.Administrator;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.LiveSession;
import ca.vitaravox.ports.access.Login;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserAdministration;
import ca.vitaravox.ports.access.UserAdministration.Added;
import ca.vitaravox.ports.access.UserAdministration.Changed;
import ca.vitaravox.ports.access.UserAdministration.NewUser;
import ca.vitaravox.ports.access.UserAdministration.Wish;
import ca.vitaravox.ports.clinic.ClinicId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserDeskTest {
    private final FrontDoor door = new FrontDoor(false);
    private final UserAdministration users = door.desk.users();
    private final User admin = door.user("admin", Role.PLATFORM_ADMIN);
    private final User manager = door.user("manager", Role.CLINIC_MANAGER, FrontDoor.OURS);
    private final User staff = door.user("staff", Role.CLINIC_STAFF, FrontDoor.OURS);
    private final User theirs = door.user("theirs", Role.CLINIC_STAFF, FrontDoor.THEIRS);
    private final User both = door.user("both", Role.CLINIC_STAFF, FrontDoor.OURS, FrontDoor.THEIRS);

    private Administrator as(User user) {
        return new Administrator.Admin(door.session(user.id().value()));
    }

    private static NewUser wanted(Role role, ClinicId... clinics) {
        return new NewUser(new EmailAddress("new@clinic.test"), "New", role, Set.of(clinics));
    }

    private static Wish wish(User user, Role role, boolean locked, ClinicId... clinics) {
        return new Wish(user.name(), role, Set.of(clinics), locked, user.version());
    }

    @Test
    void a_manager_sees_the_staff_of_their_clinics_who_work_nowhere_else() {
        assertEquals(List.of(staff), users.page(as(manager), Optional.empty(), 50));
        assertEquals(Optional.of(staff), users.user(as(manager), staff.id()));
        for (User hidden : List.of(admin, manager, theirs, both)) {
            assertEquals(Optional.empty(), users.user(as(manager), hidden.id()));
            assertEquals(Optional.empty(), users.givePassword(as(manager), hidden.id()));
            assertFalse(users.removeSecondFactor(as(manager), hidden.id()));
            assertFalse(users.openAddress(as(manager), hidden.id()));
            assertInstanceOf(
                    Changed.Unknown.class,
                    users.change(as(manager), hidden.id(), wish(hidden, Role.CLINIC_STAFF, false, FrontDoor.OURS)));
        }
        assertEquals(5, users.page(as(admin), Optional.empty(), 50).size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CLINIC_STAFF", "AUDITOR"})
    void who_manages_nobody_sees_nobody(Role role) {
        User user = door.user("somebody", role, FrontDoor.OURS);

        assertEquals(List.of(), users.page(as(user), Optional.empty(), 50));
        assertEquals(Optional.empty(), users.user(as(user), staff.id()));
        assertEquals(new Added.NotAllowed("clinics"), users.add(as(user), wanted(Role.CLINIC_STAFF, FrontDoor.OURS)));
    }

    @Test
    void a_manager_adds_staff_to_their_own_clinics_and_nobody_else() {
        assertEquals(new Added.NotAllowed("role"), users.add(as(manager), wanted(Role.CLINIC_MANAGER, FrontDoor.OURS)));
        assertEquals(new Added.NotAllowed("role"), users.add(as(manager), wanted(Role.PLATFORM_ADMIN)));
        assertEquals(
                new Added.NotAllowed("clinics"),
                users.add(as(manager), wanted(Role.CLINIC_STAFF, FrontDoor.OURS, FrontDoor.THEIRS)));

        Added.NewAccount added = (Added.NewAccount) users.add(as(manager), wanted(Role.CLINIC_STAFF, FrontDoor.OURS));

        assertEquals(Role.CLINIC_STAFF, added.user().role());
        LiveSession session =
                ((Login.Result.In) door.login("new", added.password().value())).session();
        assertTrue(session.passwordGiven());
    }

    @Test
    void a_clinic_that_is_not_there_is_given_to_nobody_and_an_address_once() {
        assertEquals(
                new Added.NotAllowed("clinics"),
                users.add(as(admin), wanted(Role.CLINIC_MANAGER, new ClinicId("nowhere"))));
        assertEquals(new Added.NotAllowed("clinics"), users.add(as(admin), wanted(Role.CLINIC_MANAGER)));
        assertEquals(
                new Added.NotAllowed("clinics"), users.add(as(admin), wanted(Role.PLATFORM_ADMIN, FrontDoor.OURS)));
        assertInstanceOf(Added.NewAccount.class, users.add(as(admin), wanted(Role.PLATFORM_ADMIN)));
        assertInstanceOf(Added.Taken.class, users.add(as(admin), wanted(Role.PLATFORM_ADMIN)));
    }

    @Test
    void a_change_of_role_and_a_lock_bite_on_the_next_request() {
        LiveSession session = door.session("theirs");

        User changed = ((Changed.To)
                        users.change(as(admin), theirs.id(), wish(theirs, Role.AUDITOR, false, FrontDoor.OURS)))
                .user();

        assertEquals(
                changed,
                door.desk
                        .sessions()
                        .admit(session.session().id())
                        .orElseThrow()
                        .live()
                        .user());
        users.change(as(admin), theirs.id(), wish(changed, Role.AUDITOR, true, FrontDoor.OURS));
        assertTrue(door.desk.sessions().admit(session.session().id()).isEmpty());
    }

    @Test
    void a_manager_cannot_raise_their_staff() {
        assertEquals(
                new Changed.NotAllowed("role"),
                users.change(as(manager), staff.id(), wish(staff, Role.CLINIC_MANAGER, false, FrontDoor.OURS)));
        assertEquals(
                new Changed.NotAllowed("clinics"),
                users.change(as(manager), staff.id(), wish(staff, Role.CLINIC_STAFF, false, FrontDoor.THEIRS)));
    }

    @Test
    void nobody_locks_or_lowers_themselves() {
        assertEquals(
                new Changed.NotAllowed("locked"),
                users.change(as(admin), admin.id(), wish(admin, Role.PLATFORM_ADMIN, true)));
        assertEquals(
                new Changed.NotAllowed("role"),
                users.change(as(admin), admin.id(), wish(admin, Role.AUDITOR, false, FrontDoor.OURS)));
        assertInstanceOf(
                Changed.To.class,
                users.change(as(admin), admin.id(), new Wish("Renamed", Role.PLATFORM_ADMIN, Set.of(), false, 1)));
    }

    @Test
    void a_change_from_an_old_version_is_outdated() {
        users.change(as(admin), staff.id(), wish(staff, Role.CLINIC_STAFF, false, FrontDoor.THEIRS));

        assertInstanceOf(
                Changed.Outdated.class,
                users.change(as(admin), staff.id(), wish(staff, Role.CLINIC_STAFF, false, FrontDoor.OURS)));
    }

    @Test
    void a_given_password_ends_the_sessions_and_everything_is_written_down_before_and_after() {
        LiveSession session = door.session("staff");

        users.givePassword(as(manager), staff.id()).orElseThrow();

        assertTrue(door.desk.sessions().admit(session.session().id()).isEmpty());
        List<AccessEvent> given = door.trail.events().stream()
                .filter(event -> event.action() == AccessEvent.Action.PASSWORD_GIVEN)
                .toList();
        assertEquals(
                List.of(AccessEvent.Result.INTENDED, AccessEvent.Result.DONE),
                given.stream().map(AccessEvent::result).toList());
        assertEquals(Optional.of(manager.id()), given.get(0).by());
        assertEquals(Optional.of(staff.id()), given.get(0).user());
    }

    @Test
    void the_console_may_do_everything_and_an_opened_address_may_be_tried_again() {
        for (int i = 0; i < 6; i++) {
            door.login("admin", "wrong");
        }
        assertInstanceOf(Login.Result.Refused.class, door.login("admin", FrontDoor.PASSWORD));

        assertTrue(users.openAddress(new Administrator.Console(), admin.id()));

        assertInstanceOf(Login.Result.In.class, door.login("admin", FrontDoor.PASSWORD));
    }
}
