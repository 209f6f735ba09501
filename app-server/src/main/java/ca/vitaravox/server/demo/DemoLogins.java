package ca.vitaravox.server.demo;

import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.postgres.Database;
import ca.vitaravox.server.access.BcryptPasswords;
import ca.vitaravox.server.access.RandomSecrets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people who can log in to the demo, with new random passwords at each start. */
final class DemoLogins {
    private final Database database;
    private final InstantSource clock;

    DemoLogins(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What somebody can log in with; to be printed. */
    record Given(String email, String password) {
        @Override
        public String toString() {
            return "Given[" + email + "]";
        }
    }

    /** Gives both new passwords, and takes away second factors: the keys they were sealed under are gone. */
    List<Given> renew() {
        return List.of(
                renew("admin", "Demo Admin", Role.PLATFORM_ADMIN, Set.of()),
                renew("manager", "Demo Manager", Role.CLINIC_MANAGER, Set.of(DemoClinics.HARBOURVIEW)));
    }

    private Given renew(String id, String name, Role role, Set<ClinicId> clinics) {
        EmailAddress email = new EmailAddress(id + "@demo.test");
        Password password = new Password(new RandomSecrets().password());
        String hash = new BcryptPasswords().hash(password);
        User user = new User(new UserId(id), email, name, role, clinics, false, false, 1, clock.instant());
        if (!database.access().users().add(new Account(user, hash, Optional.empty(), Optional.empty()))) {
            User kept = database.access().users().find(email).orElseThrow().user();
            database.access().users().setPassword(kept.id(), hash, Optional.empty(), Optional.empty(), clock.instant());
            database.access().secondFactors().remove(kept.id(), clock.instant());
        }
        return new Given(email.value(), password.value());
    }
}
