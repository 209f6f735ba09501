package ca.vitaravox.oscar.standin;

/**
 * Somebody who can log in on the page on which access is allowed.
 *
 * @param provider who that is
 */
public record LoginRow(String username, String password, String pin, String provider) {
    /** Never prints what is secret. */
    @Override
    public String toString() {
        return "LoginRow[" + username + "]";
    }
}
