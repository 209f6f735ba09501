package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.waitlist.EntryEnd;
import ca.vitaravox.ports.waitlist.EntryId;
import ca.vitaravox.ports.waitlist.Person;
import ca.vitaravox.ports.waitlist.WaitlistBook.Asking;
import ca.vitaravox.ports.waitlist.WaitlistEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One entry in the in-memory book.
 *
 * @param entry the entry
 * @param asking who made it
 * @param shadowOf the entry that this one only seems to stand beside, for whoever made it
 * @param ended why it ended
 */
record WaitlistPage(WaitlistEntry entry, Asking asking, Optional<EntryId> shadowOf, Optional<EntryEnd> ended) {
    static final Comparator<WaitlistPage> IN_ORDER = Comparator.comparing(
                    (WaitlistPage page) -> page.entry().priority())
            .thenComparing(page -> page.entry().since())
            .thenComparing(page -> page.entry().id().value());

    boolean isLive(Instant now) {
        return ended.isEmpty() && now.isBefore(entry.until());
    }

    boolean waits(Instant now) {
        return isLive(now) && shadowOf.isEmpty();
    }

    boolean isOf(Person person) {
        boolean sameChart = person.patient().isPresent()
                && person.patient().equals(entry.person().patient());
        return sameChart || person.key().equals(entry.person().key());
    }

    /** Whether whoever asks for this person may know of it. */
    boolean isKnownTo(Asking asker, Person person) {
        boolean sameNumber = asker.caller().isPresent()
                && (asker.caller().equals(asking.caller())
                        || asker.caller().equals(Optional.of(entry.person().phone())));
        return sameNumber
                || asker.call().equals(asking.call())
                || person.patient().isPresent();
    }

    boolean isFrom(Asking asker) {
        return asker.caller().isPresent()
                ? asker.caller().equals(asking.caller())
                : asker.call().equals(asking.call());
    }

    WaitlistPage with(WaitlistEntry changed) {
        return new WaitlistPage(changed, asking, shadowOf, ended);
    }

    WaitlistPage ended(EntryEnd why) {
        return new WaitlistPage(entry, asking, shadowOf, Optional.of(why));
    }
}
