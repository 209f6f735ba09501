package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.Session;
import ca.vitaravox.ports.access.SessionId;
import ca.vitaravox.ports.access.Sessions;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserAdministration;
import ca.vitaravox.ports.access.UserAdministration.Added;
import ca.vitaravox.ports.access.UserAdministration.Changed;
import ca.vitaravox.ports.access.UserAdministration.NewUser;
import ca.vitaravox.ports.access.UserAdministration.Wish;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.ClinicId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Users and their sessions, for those who manage them. */
final class UserRoutes {
    private static final String USERS = "/api/admin/users";
    private static final String USER = USERS + "/{user}";
    private static final int LONGEST_NAME = 100;

    private final UserAdministration users;
    private final Sessions sessions;

    UserRoutes(UserAdministration users, Sessions sessions) {
        this.users = users;
        this.sessions = sessions;
    }

    List<Route> routes() {
        return List.of(
                new Route(HandlerType.GET, USERS, this::list),
                new Route(HandlerType.POST, USERS, this::add),
                new Route(HandlerType.GET, USER, this::show),
                new Route(HandlerType.PUT, USER, this::change),
                new Route(HandlerType.POST, USER + "/password", this::givePassword),
                new Route(HandlerType.DELETE, USER + "/totp", this::removeSecondFactor),
                new Route(HandlerType.POST, USER + "/unlock", this::unlock),
                new Route(HandlerType.GET, USER + "/sessions", this::listSessions),
                new Route(HandlerType.DELETE, USER + "/sessions/{session}", this::endSession));
    }

    private void list(Visit visit) {
        Optional<UserId> after = visit.after(UserId::new);
        visit.page(
                most -> users.page(visit.administrator(), after, most),
                Shapes::user,
                user -> user.id().value());
    }

    private User user(Visit visit) {
        return users.user(visit.administrator(), visit.id("user", UserId::new)).orElseThrow(Problem::notFound);
    }

    private void show(Visit visit) {
        User user = user(visit);
        visit.answer(200, Shapes.user(user), user.version());
    }

    private void add(Visit visit) {
        Body body = visit.body();
        Added added = users.add(
                visit.administrator(),
                new NewUser(
                        body.value("email", EmailAddress::new),
                        body.line("name", LONGEST_NAME),
                        body.constant("role", Role.class),
                        clinics(body)));
        if (added instanceof Added.NewAccount account) {
            ObjectNode answer = Shapes.user(account.user())
                    .put("password", account.password().value());
            visit.answer(201, answer, account.user().version());
            return;
        }
        throw added instanceof Added.NotAllowed refused
                ? notAllowed(refused.field())
                : Problem.field("email", "is another user's");
    }

    private static Set<ClinicId> clinics(Body body) {
        return Set.copyOf(body.values("clinics", ClinicId::new));
    }

    private static Problem notAllowed(String field) {
        return Problem.field(field, "is not yours to give, does not exist, or does not fit the role");
    }

    private void change(Visit visit) {
        UserId user = user(visit).id();
        long version = visit.ifMatch();
        Body body = visit.body();
        Wish wish = new Wish(
                body.line("name", LONGEST_NAME),
                body.constant("role", Role.class),
                clinics(body),
                body.flag("locked"),
                version);
        Changed changed = users.change(visit.administrator(), user, wish);
        if (changed instanceof Changed.To to) {
            visit.answer(200, Shapes.user(to.user()), to.user().version());
            return;
        }
        if (changed instanceof Changed.NotAllowed refused) {
            throw notAllowed(refused.field());
        }
        throw changed instanceof Changed.Outdated ? Visit.outdated() : Problem.notFound();
    }

    private void givePassword(Visit visit) {
        Password password =
                users.givePassword(visit.administrator(), user(visit).id()).orElseThrow(Problem::notFound);
        visit.answer(200, Shapes.object().put("password", password.value()));
    }

    private void removeSecondFactor(Visit visit) {
        users.removeSecondFactor(visit.administrator(), user(visit).id());
        visit.done();
    }

    private void unlock(Visit visit) {
        users.openAddress(visit.administrator(), user(visit).id());
        visit.done();
    }

    private void listSessions(Visit visit) {
        List<Session> all = sessions.of(user(visit).id());
        ObjectNode answer = Shapes.object();
        answer.putArray("items")
                .addAll(all.stream()
                        .map(each -> Shapes.session(
                                each, each.id().equals(visit.session().session().id())))
                        .toList());
        visit.answer(200, answer);
    }

    private void endSession(Visit visit) {
        if (!sessions.end(visit.session(), user(visit).id(), visit.id("session", SessionId::new))) {
            throw Problem.notFound();
        }
        visit.done();
    }
}
