package ca.vitaravox.oscar.access;

import java.util.Objects;

/**
 * The user of OSCAR that SOAP is used as; OAuth is not enough for it. Never printed.
 *
 * @param username as at OSCAR's log-in page
 * @param password as at OSCAR's log-in page; the PIN is not needed
 */
public record SoapLogin(String username, String password) {
    /** Takes both; neither may be null. */
    public SoapLogin {
        Objects.requireNonNull(username, "username");
        Objects.requireNonNull(password, "password");
    }

    @Override
    public String toString() {
        return "SoapLogin[...]";
    }
}
