package ca.vitaravox.server.access;

import ca.vitaravox.ports.access.OwnAccess;
import ca.vitaravox.ports.access.OwnAccess.Begun;
import ca.vitaravox.ports.access.OwnAccess.Change;
import ca.vitaravox.ports.access.OwnAccess.Confirmed;
import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.access.PasswordWeakness;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Password and second factor, changed by their owner. */
final class OwnAccessRoutes {
    private static final Map<PasswordWeakness, String> WHY = Map.of(
            PasswordWeakness.SHORT, "has fewer than 12 characters",
            PasswordWeakness.LONG, "has more than 256 characters",
            PasswordWeakness.COMMON, "is among the first that are tried, also with digits and signs around it",
            PasswordWeakness.PERSONAL, "contains the name in your address, or ours",
            PasswordWeakness.SAME, "is the one you have");

    private final OwnAccess own;
    private final LoginLimits limits;

    OwnAccessRoutes(OwnAccess own, LoginLimits limits) {
        this.own = own;
        this.limits = limits;
    }

    List<Route> routes() {
        return List.of(
                new Route(HandlerType.POST, "/api/auth/password", this::changePassword),
                new Route(HandlerType.POST, "/api/auth/totp", this::begin),
                new Route(HandlerType.POST, "/api/auth/totp/confirm", this::confirm));
    }

    private void changePassword(Visit visit) {
        limits.check(visit.context());
        Body body = visit.body();
        Change change = own.changePassword(
                visit.session(),
                body.value("currentPassword", Password::new),
                body.value("newPassword", Password::new));
        if (change instanceof Change.Weak weak) {
            throw Problem.field("newPassword", WHY.get(weak.why()));
        }
        if (change instanceof Change.WrongPassword) {
            throw wrongPassword();
        }
        visit.done();
    }

    private static Problem wrongPassword() {
        return Problem.field("currentPassword", "is wrong, or there were too many failures: wait 15 minutes then");
    }

    private void begin(Visit visit) {
        limits.check(visit.context());
        Begun begun = own.beginSecondFactor(visit.session(), visit.body().value("currentPassword", Password::new));
        if (begun instanceof Begun.Secret secret) {
            String address = URLEncoder.encode(visit.user().email().value(), StandardCharsets.UTF_8);
            visit.answer(
                    200,
                    Shapes.object()
                            .put("secret", secret.secret())
                            .put(
                                    "otpauthUri",
                                    "otpauth://totp/VitaraVox:" + address + "?secret=" + secret.secret()
                                            + "&issuer=VitaraVox")
                            .put("enrolment", secret.enrolment()));
            return;
        }
        throw wrongPassword();
    }

    private void confirm(Visit visit) {
        Body body = visit.body();
        Confirmed confirmed = own.confirmSecondFactor(visit.session(), body.text("enrolment"), body.text("code"));
        if (confirmed instanceof Confirmed.RecoveryCodes codes) {
            ObjectNode answer = Shapes.object();
            codes.codes().forEach(answer.putArray("recoveryCodes")::add);
            visit.answer(200, answer);
            return;
        }
        throw confirmed instanceof Confirmed.WrongCode
                ? Problem.field("code", "is not the code that is shown now")
                : Problem.field("enrolment", "is too old, or of another session: begin again");
    }
}
