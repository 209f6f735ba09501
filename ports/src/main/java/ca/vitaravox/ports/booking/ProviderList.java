package ca.vitaravox.ports.booking;

import ca.vitaravox.ports.access.CallContext;
import ca.vitaravox.ports.clinic.Provider;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Use case: tell callers whom they may book. Thread-safe. */
@FunctionalInterface
public interface ProviderList {
    /** How many providers are told at once. */
    int MOST_TOLD = 10;

    /**
     * The providers callers may book, in the clinic's order.
     *
     * @param name only those whose name sounds like this
     * @param accepting only those who take new patients (or, if false, only those who do not)
     */
    Listing list(CallContext call, Optional<String> name, Optional<Boolean> accepting);

    /**
     * Providers.
     *
     * @param providers at most {@link #MOST_TOLD}
     * @param more whether there are more
     */
    record Listing(List<Entry> providers, boolean more) {}

    /**
     * One provider.
     *
     * @param provider who
     * @param nextAvailable first day with an opening for the clinic's default visit type; empty where none was found or
     *     the EMR did not answer
     */
    record Entry(Provider provider, Optional<LocalDate> nextAvailable) {}
}
