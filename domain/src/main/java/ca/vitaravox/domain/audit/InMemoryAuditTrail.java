package ca.vitaravox.domain.audit;

import ca.vitaravox.ports.access.Actor;
import ca.vitaravox.ports.access.CallId;
import ca.vitaravox.ports.access.UserId;
import ca.vitaravox.ports.audit.AuditEntry;
import ca.vitaravox.ports.audit.AuditLine;
import ca.vitaravox.ports.audit.AuditPages;
import ca.vitaravox.ports.audit.AuditQuery;
import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Link;
import ca.vitaravox.ports.audit.Seal;
import ca.vitaravox.ports.clinic.ClinicId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Keeps the audit trail in memory, and no longer than it lives: for tests. A tool that shows charts to people needs a
 * trail that lasts.
 */
public final class InMemoryAuditTrail implements AuditTrail, AuditPages, Chains {
    private static final String EMR = "demo";

    private final Map<ClinicId, List<Kept>> entries = new TreeMap<>(Comparator.comparing(ClinicId::value));

    private record Kept(AuditEntry entry, Link link) {}

    /** An empty trail. */
    public InMemoryAuditTrail() {}

    @Override
    public synchronized void append(AuditEntry entry) {
        Head head = head(ChainName.of(entry.clinic()));
        of(entry.clinic()).add(new Kept(entry, Link.after(head, entry.texts(EMR))));
    }

    private List<Kept> of(ClinicId clinic) {
        return entries.computeIfAbsent(clinic, none -> new ArrayList<>());
    }

    private List<Kept> of(ChainName chain) {
        return chain.clinic().map(this::of).orElse(List.of());
    }

    /** The entries of a clinic, oldest first. */
    public synchronized List<AuditEntry> entries(ClinicId clinic) {
        return of(clinic).stream().map(Kept::entry).toList();
    }

    @Override
    public synchronized List<AuditLine> page(AuditQuery query, OptionalLong before, int most) {
        return of(query.clinic()).stream()
                .filter(kept -> matches(kept.entry(), query))
                .filter(kept -> kept.link().position() < before.orElse(Long.MAX_VALUE))
                .sorted(Comparator.comparingLong((Kept kept) -> kept.link().position())
                        .reversed())
                .limit(most)
                .map(kept -> new AuditLine(
                        kept.link().position(), kept.entry(), EMR, kept.link().hash()))
                .toList();
    }

    private static boolean matches(AuditEntry entry, AuditQuery query) {
        return query.chart()
                        .map(chart -> entry.chart().equals(Optional.of(chart)))
                        .orElse(true)
                && query.call().map(call -> isIn(entry.actor(), call)).orElse(true)
                && query.user().map(user -> isBy(entry.actor(), user)).orElse(true)
                && query.action().map(entry.action()::equals).orElse(true)
                && query.from().map(from -> !entry.at().isBefore(from)).orElse(true)
                && query.until().map(entry.at()::isBefore).orElse(true);
    }

    private static boolean isIn(Actor actor, CallId call) {
        return actor instanceof Actor.Caller caller && caller.call().equals(call);
    }

    private static boolean isBy(Actor actor, UserId user) {
        return actor instanceof Actor.Admin admin && admin.user().equals(user);
    }

    @Override
    public synchronized OptionalLong first(ClinicId clinic, String chart, String emr) {
        return of(clinic).stream()
                .filter(kept -> emr.equals(EMR) && kept.entry().chart().equals(Optional.of(chart)))
                .mapToLong(kept -> kept.link().position())
                .findFirst();
    }

    @Override
    public String emrInUse(ClinicId clinic) {
        return EMR;
    }

    @Override
    public synchronized List<Head> heads() {
        return entries.keySet().stream().map(ChainName::of).map(this::head).toList();
    }

    @Override
    public synchronized Head head(ChainName chain) {
        List<Kept> kept = of(chain);
        return kept.isEmpty()
                ? Head.before(chain)
                : kept.get(kept.size() - 1).link().head();
    }

    @Override
    public synchronized List<Link> links(ChainName chain, long first, int most) {
        return of(chain).stream()
                .map(Kept::link)
                .filter(link -> link.position() >= first)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Seal> sealedFrom(ChainName chain, long first) {
        return Optional.empty();
    }
}
