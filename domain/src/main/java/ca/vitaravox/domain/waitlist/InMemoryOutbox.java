package ca.vitaravox.domain.waitlist;

import ca.vitaravox.ports.clinic.ClinicId;
import ca.vitaravox.ports.waitlist.Notice;
import ca.vitaravox.ports.waitlist.NoticeEnd;
import ca.vitaravox.ports.waitlist.OfferId;
import ca.vitaravox.ports.waitlist.Outbox;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps text messages in memory for as long as it lives: for tests, and for a tool that is one process. Thread-safe. */
public final class InMemoryOutbox implements Outbox {
    private final Map<Key, Page> pages = new LinkedHashMap<>();

    /** An empty outbox. */
    public InMemoryOutbox() {}

    private record Key(ClinicId clinic, OfferId offer) {}

    private record Page(Notice notice, Instant due, int attempts, Optional<NoticeEnd> ended) {
        Page dueFrom(Instant when, int tried) {
            return ended.isPresent() ? this : new Page(notice, when, tried, ended);
        }

        Page ended(NoticeEnd how) {
            return ended.isPresent() ? this : new Page(notice, due, attempts, Optional.of(how));
        }
    }

    @Override
    public synchronized void add(ClinicId clinic, Notice notice, Instant now) {
        pages.putIfAbsent(new Key(clinic, notice.offer()), new Page(notice, now, 0, Optional.empty()));
    }

    @Override
    public synchronized List<Due> take(int most, Instant now, Instant until) {
        List<Key> due = pages.entrySet().stream()
                .filter(entry -> entry.getValue().ended().isEmpty())
                .filter(entry -> !now.isBefore(entry.getValue().due()))
                .sorted(Comparator.comparing(entry -> entry.getValue().due()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        due.forEach(key -> pages.computeIfPresent(key, (k, page) -> page.dueFrom(until, page.attempts() + 1)));
        return due.stream()
                .map(key -> new Due(
                        key.clinic(), pages.get(key).notice(), pages.get(key).attempts()))
                .toList();
    }

    @Override
    public synchronized void again(ClinicId clinic, OfferId offer, Instant due) {
        pages.computeIfPresent(new Key(clinic, offer), (key, page) -> page.dueFrom(due, page.attempts()));
    }

    @Override
    public synchronized void end(ClinicId clinic, OfferId offer, NoticeEnd how, Instant now) {
        pages.computeIfPresent(new Key(clinic, offer), (key, page) -> page.ended(how));
    }

    @Override
    public synchronized Optional<NoticeEnd> ended(ClinicId clinic, OfferId offer) {
        return Optional.ofNullable(pages.get(new Key(clinic, offer))).flatMap(Page::ended);
    }
}
