package ca.vitaravox.ports.access;

import ca.vitaravox.ports.clinic.ClinicId;
import java.time.Instant;
import java.util.Set;

/**
 * A user of the administration. Immutable.
 *
 * @param id the user
 * @param email what they log in with
 * @param name as shown to other users, 1 to 100 characters
 * @param role what they may do
 * @param clinics where; empty for a role that is everywhere, else not
 * @param locked whether an admin has shut them out
 * @param secondFactor whether they have set up a second factor
 * @param version counts the changes
 * @param createdAt since when
 */
public record User(
        UserId id,
        EmailAddress email,
        String name,
        Role role,
        Set<ClinicId> clinics,
        boolean locked,
        boolean secondFactor,
        long version,
        Instant createdAt) {
    private static final int LONGEST_NAME = 100;

    /** Refuses a user whose clinics do not fit the role, and a name that is empty, too long or not printable. */
    public User {
        clinics = Set.copyOf(clinics);
        if (role.isEverywhere() != clinics.isEmpty()) {
            throw new IllegalArgumentException("a platform_admin has no clinics of their own, all others at least one");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name has 1 to 100 printable characters");
        }
    }

    /** Whether they work in that clinic. */
    public boolean worksIn(ClinicId clinic) {
        return role.isEverywhere() || clinics.contains(clinic);
    }

    /** The same user with another role, in these clinics. */
    public User as(Role other, Set<ClinicId> there) {
        return new User(id, email, name, other, there, locked, secondFactor, version, createdAt);
    }

    /** The same user under another name. */
    public User named(String other) {
        return new User(id, email, other, role, clinics, locked, secondFactor, version, createdAt);
    }

    /** The same user, shut out or let in again. */
    public User locked(boolean out) {
        return new User(id, email, name, role, clinics, out, secondFactor, version, createdAt);
    }
}
