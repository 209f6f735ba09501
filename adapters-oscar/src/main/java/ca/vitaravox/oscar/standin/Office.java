package ca.vitaravox.oscar.standin;

import java.util.function.Supplier;

/** What every area works with. */
record Office(Line line, OscarTables tables, OscarTime time, Replies replies, Supplier<String> ids) {
    /** Whom the token acts as; without a token the resource breaks (measured). */
    ProviderRow caller(Call call) {
        return call.provider().orElseThrow(this::broken);
    }

    /** The same, if the roles allow it; otherwise the resource breaks, and does not say why (measured). */
    ProviderRow callerWho(char may, String object, Call call) {
        ProviderRow caller = caller(call);
        if (!caller.may(may, object)) {
            throw broken();
        }
        return caller;
    }

    /** What OSCAR throws. */
    Refused broken() {
        return new Refused(replies.exception());
    }
}
