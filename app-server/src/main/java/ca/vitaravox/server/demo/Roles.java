package ca.vitaravox.server.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The database and its roles, as an administrator would make them. */
final class Roles {
    static final String DATABASE = "vitaravox";
    static final String OWNER = "vitaravox_owner";
    static final String APPLICATION = "vitaravox_server";

    /** What the migrations grant the application's rights to. */
    private static final String RIGHTS = "vitaravox_app";

    private static final String POWERLESS = "nosuperuser nocreatedb nocreaterole nobypassrls";

    private Roles() {}

    /** Makes what is missing, and sets the passwords (hexadecimal digits, so that no quoting is needed). */
    static void prepare(DataSource asSuperuser, RolePasswords passwords) throws SQLException {
        try (Connection connection = asSuperuser.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("alter role postgres password '" + passwords.superuser().value() + "'");
            create(sql, OWNER, "login");
            create(sql, APPLICATION, "login");
            create(sql, RIGHTS, "nologin");
            sql.execute(
                    "alter role " + OWNER + " password '" + passwords.owner().value() + "'");
            sql.execute("alter role " + APPLICATION + " password '"
                    + passwords.application().value() + "'");
            sql.execute("grant " + RIGHTS + " to " + APPLICATION);
            if (!sql.executeQuery("select from pg_database where datname = '" + DATABASE + "'")
                    .next()) {
                sql.execute("create database " + DATABASE + " owner " + OWNER);
            }
        }
    }

    private static void create(Statement sql, String role, String login) throws SQLException {
        if (!sql.executeQuery("select from pg_roles where rolname = '" + role + "'")
                .next()) {
            sql.execute("create role " + role + " " + login + " " + POWERLESS);
        }
    }
}
