package ca.vitaravox.domain.access;

import ca.vitaravox.ports.access.Account;
import ca.vitaravox.ports.access.EmailAddress;
import ca.vitaravox.ports.access.LoginAttempts;
import ca.vitaravox.ports.access.Password;
import ca.vitaravox.ports.access.PasswordHashes;
import ca.vitaravox.ports.access.Users;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody knows the password of an address. The attempt is counted before it is looked at, one hash is compared
 * whatever is asked, and nothing else that takes long is done: what comes of it tells nothing about which addresses there
 * are.
 */
final class PasswordProof {
    private final Users users;
    private final LoginAttempts attempts;
    private final PasswordHashes hashes;

    PasswordProof(Users users, LoginAttempts attempts, PasswordHashes hashes) {
        this.users = users;
        this.attempts = attempts;
        this.hashes = hashes;
    }

    /** What was found: the account of the address, and whether the password opens it. */
    record Found(Optional<Account> account, boolean open) {}

    Found of(EmailAddress email, Password password, Instant now) {
        boolean looked = attempts.begin(Digest.address(email.value()), now);
        Optional<Account> account = users.find(email);
        String hash = account.filter(there -> looked).map(Account::passwordHash).orElseGet(hashes::decoy);
        boolean right = hashes.matches(password, hash);
        return new Found(
                account,
                looked && right && account.filter(there -> isOpen(there, now)).isPresent());
    }

    private static boolean isOpen(Account account, Instant now) {
        return !account.user().locked()
                && account.passwordUntil().map(now::isBefore).orElse(true);
    }

    /** To be called once somebody proved everything. */
    void succeeded(EmailAddress email) {
        attempts.forget(Digest.address(email.value()));
    }
}
