package ca.vitaravox.ports.access;

/** What a user of the administration may do; the table of the server's routes says it in detail. */
public enum Role {
    /** Everything, in every clinic. */
    PLATFORM_ADMIN,
    /** Runs their own clinics. */
    CLINIC_MANAGER,
    /** Works with callers of their own clinics: waitlist, tasks, calls. */
    CLINIC_STAFF,
    /** Reads the audit trail of their own clinics. */
    AUDITOR;

    /** Whether it is a role in all clinics, rather than in those of the user. */
    public boolean isEverywhere() {
        return this == PLATFORM_ADMIN;
    }
}
