package ca.vitaravox.postgres;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Whether a database, and our role in it, are such that the application may run on them. */
final class Fitness {
    /** The latest migration this program was written for. */
    static final int SCHEMA_VERSION = 37;

    private final Handle handle;
    private final String role;

    private Fitness(Handle handle, String role) {
        this.handle = handle;
        this.role = role;
    }

    static void check(Jdbi jdbi, String role) {
        try {
            jdbi.useHandle(handle -> new Fitness(handle, role).check());
        } catch (JdbiException noAnswer) {
            throw new UnfitDatabaseException(
                    "The database does not answer the role \"" + role + "\": see whether it runs, and whether address,"
                            + " role and password are right.",
                    noAnswer);
        }
    }

    private void check() {
        if (holds("SELECT to_regclass('flyway_schema_history') IS NULL")) {
            throw new UnfitDatabaseException(
                    "The database has no tables of ours yet: run the migrations on it, as its owner.");
        }
        refuseTooMuchPower();
        if (!holds("""
                SELECT EXISTS (SELECT FROM pg_roles
                                WHERE rolname = 'vitaravox_app' AND pg_has_role(current_user, oid, 'USAGE'))
                """)) {
            throw new UnfitDatabaseException("The database role \"" + role
                    + "\" has no right to the tables: as their owner, GRANT vitaravox_app TO \"" + role + "\".");
        }
        compareVersions();
    }

    /** A superuser is a member of every role, so asking for membership finds both what we are and may become. */
    private void refuseTooMuchPower() {
        if (holds("""
                SELECT bool_or(rolsuper OR rolbypassrls) FROM pg_roles WHERE pg_has_role(current_user, oid, 'MEMBER')
                """)) {
            throw new UnfitDatabaseException("The database role \"" + role
                    + "\" can bypass row-level security: log in as a role that is neither a superuser nor BYPASSRLS,"
                    + " nor a member of one that is.");
        }
        if (holds("""
                SELECT bool_or(pg_has_role(current_user, relowner, 'MEMBER')) FROM pg_class
                 WHERE relkind = 'r' AND relnamespace = (
                       SELECT relnamespace FROM pg_class WHERE oid = to_regclass('flyway_schema_history'))
                """)) {
            throw new UnfitDatabaseException("The database role \"" + role
                    + "\" owns tables and could lift row-level security: log in as a role made for the application.");
        }
    }

    private void compareVersions() {
        int version = handle.createQuery(
                        "SELECT coalesce(max(version::integer), 0) FROM flyway_schema_history WHERE success")
                .mapTo(Integer.class)
                .one();
        if (version < SCHEMA_VERSION) {
            throw new UnfitDatabaseException("The database's tables are older (version " + version
                    + ") than this program (version " + SCHEMA_VERSION + "): run the migrations on it, as its owner.");
        }
        if (version > SCHEMA_VERSION && oldestProgram() > SCHEMA_VERSION) {
            throw new UnfitDatabaseException("The database's tables are newer (version " + version
                    + ") than this program (version " + SCHEMA_VERSION
                    + "), and no longer as it needs them: start a later release.");
        }
    }

    /** The latest migration known to the oldest program that still works with these tables, as they say themselves. */
    private int oldestProgram() {
        return handle.createQuery("SELECT oldest_program()")
                .mapTo(Integer.class)
                .one();
    }

    private boolean holds(String question) {
        return handle.createQuery(question).mapTo(Boolean.class).one();
    }
}
