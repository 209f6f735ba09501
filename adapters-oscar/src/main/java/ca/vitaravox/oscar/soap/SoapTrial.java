package ca.vitaravox.oscar.soap;

import ca.vitaravox.oscar.access.SoapLogin;
import ca.vitaravox.oscar.connect.Trouble;
import ca.vitaravox.oscar.rest.OscarMeans;
import ca.vitaravox.ports.access.Deadline;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Tries out whether SOAP gets through, and whether OSCAR takes the log-in. Thread-safe. */
public final class SoapTrial {
    private final OscarMeans means;

    /** A trial by these means. */
    public SoapTrial(OscarMeans means) {
        this.means = means;
    }

    /**
     * What is in the way, if something is.
     *
     * @param login what SOAP is used as; empty to see only whether it gets through
     */
    public Optional<Trouble> at(URI base, Optional<SoapLogin> login, Deadline deadline) {
        try {
            if (login.isPresent()) {
                new SoapLink(base, login.get(), means).read(List.of(SoapLink.CODES), deadline);
            } else {
                SoapLink.knock(base, means, deadline);
            }
            return Optional.empty();
        } catch (SoapException trouble) {
            return trouble(trouble, login.isPresent());
        }
    }

    private static Optional<Trouble> trouble(SoapException why, boolean loggedIn) {
        if (why instanceof SoapException.Foreign foreign) {
            return Optional.of(new Trouble.SoapBlocked(foreign.status()));
        }
        if (why instanceof SoapException.Silent) {
            return Optional.of(new Trouble.SoapBlocked(0));
        }
        return loggedIn ? Optional.of(new Trouble.SoapRefused()) : Optional.empty();
    }
}
