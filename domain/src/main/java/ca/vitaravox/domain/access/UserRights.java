package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.Administrator;
import ca.vitaravox.ports.access.Role;
import ca.vitaravox.ports.access.User;
import ca.vitaravox.ports.access.UserAdministration.Wish;
import ca.vitaravox.ports.clinic.ClinicDirectory;
import ca.vitaravox.ports.clinic.ClinicId;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/** Who manages whom: the console and platform admins everybody, managers the staff of their own clinics. */
final class UserRights {
    private final ClinicDirectory directory;

    UserRights(ClinicDirectory directory) {
        this.directory = directory;
    }

    /** The clinics whose staff are all that somebody manages; empty if they manage everybody. */
    Optional<Set<ClinicId>> staffOf(Administrator by) {
        return by instanceof Administrator.Admin admin && admin.session().user().role() != Role.PLATFORM_ADMIN
                ? Optional.of(
                        admin.session().user().role() == Role.CLINIC_MANAGER
                                ? admin.session().user().clinics()
                                : Set.of())
                : Optional.empty();
    }

    boolean manages(Administrator by, User user) {
        return staffOf(by)
                .map(clinics -> user.role() == Role.CLINIC_STAFF && clinics.containsAll(user.clinics()))
                .orElse(true);
    }

    /** The field that says what {@code by} may not give, or what makes no sense. */
    Optional<String> wrongField(Administrator by, Role role, Set<ClinicId> clinics) {
        if (staffOf(by).isPresent() && role != Role.CLINIC_STAFF) {
            return Optional.of("role");
        }
        boolean fitting = role.isEverywhere() == clinics.isEmpty()
                && staffOf(by).map(own -> own.containsAll(clinics)).orElse(true)
                && clinics.stream().allMatch(this::exists);
        return fitting ? Optional.empty() : Optional.of("clinics");
    }

    private boolean exists(ClinicId clinic) {
        try {
            return directory.clinic(clinic).id().equals(clinic);
        } catch (NoSuchElementException unknown) {
            return false;
        }
    }

    /** Nobody takes or gives themselves rights, or locks themselves out. */
    Optional<String> wrongAboutOneself(Administrator by, User user, Wish wish) {
        if (!(by instanceof Administrator.Admin admin)
                || !admin.session().user().id().equals(user.id())) {
            return Optional.empty();
        }
        if (wish.locked()) {
            return Optional.of("locked");
        }
        boolean same = wish.role() == user.role() && wish.clinics().equals(user.clinics());
        return same ? Optional.empty() : Optional.of("role");
    }
}
