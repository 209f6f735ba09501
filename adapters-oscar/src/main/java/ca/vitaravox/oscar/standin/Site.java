package ca.vitaravox.oscar.standin;

import java.util.Optional;

/**
 * What is around the stand-in: how its operator set it up, and the proxy before it. As it is made, nothing is in the way.
 * Thread-safe; a change is there for the next request.
 */
public final class Site {
    private volatile boolean restModule = true;
    private volatile String scheme = "http";
    private volatile boolean clock = true;
    private volatile Optional<Integer> soapBarred = Optional.empty();

    Site() {}

    /** Whether {@code ModuleNames} has {@code REST} in it; without, the services are not there (measured). */
    public void setRestModule(boolean on) {
        restModule = on;
    }

    /** The scheme that OSCAR sees itself called by, and by which signatures are checked, whatever was called. */
    public void setScheme(String seen) {
        scheme = seen;
    }

    /** Whether answers say when they were written; there are proxies that take it away. */
    public void setClock(boolean shown) {
        clock = shown;
    }

    /** A firewall before OSCAR answers whatever is SOAP with this status; empty for none. */
    public void setSoapBarred(Optional<Integer> status) {
        soapBarred = status;
    }

    boolean showsClock() {
        return clock;
    }

    String scheme() {
        return scheme;
    }

    /** What answers in OSCAR's place, if something does. */
    Optional<Reply> answers(Message message) {
        String path = message.rawPath();
        if (!restModule && path.startsWith(Reception.CONTEXT + "/ws/services/")) {
            return Optional.of(Reply.empty(404));
        }
        return path.matches(Reception.CONTEXT + "/ws/[A-Za-z]+Service")
                ? soapBarred.map(status -> Reply.of(status, "text/html", "<html>barred</html>"))
                : Optional.empty();
    }
}
