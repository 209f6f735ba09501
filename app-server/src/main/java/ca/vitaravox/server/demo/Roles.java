package ca.vitaravox.server.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The database and its two roles, as an administrator would make them. */
final class Roles {
    static final String DATABASE = "vitaravox";
    static final String OWNER = "vitaravox_owner";
    static final String APPLICATION = "vitaravox_app";

    private Roles() {}

    /** Makes what is missing, and sets the passwords (hexadecimal digits, so that no quoting is needed). */
    static void prepare(DataSource asSuperuser, RolePasswords passwords) throws SQLException {
        try (Connection connection = asSuperuser.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("alter role postgres password '" + passwords.superuser().value() + "'");
            role(sql, OWNER, passwords.owner().value());
            role(sql, APPLICATION, passwords.application().value());
            if (!sql.executeQuery("select from pg_database where datname = '" + DATABASE + "'")
                    .next()) {
                sql.execute("create database " + DATABASE + " owner " + OWNER);
            }
        }
    }

    private static void role(Statement sql, String name, String password) throws SQLException {
        if (!sql.executeQuery("select from pg_roles where rolname = '" + name + "'")
                .next()) {
            sql.execute("create role " + name + " login nosuperuser nocreatedb nocreaterole nobypassrls");
        }
        sql.execute("alter role " + name + " password '" + password + "'");
    }
}
