package ca.vitaravox.server.browser;

import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.server.testing.Admin;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Somebody with a password and a second factor; each recovery code opens once. */
record Person(User user, String secret, Deque<String> recoveryCodes) {
    static Person who(Role role, ClinicId... clinics) {
        User user = Admin.user(role, clinics);
        String token = Admin.read(Admin.login(user, Admin.PASSWORD)).get("accessToken").asText();
        List<String> secrets = Admin.enrol(token);
        return new Person(user, secrets.get(0), new ArrayDeque<>(secrets.subList(1, secrets.size())));
    }

    String email() {
        return user.email().value();
    }

    String recoveryCode() {
        return recoveryCodes.pop();
    }
}
