package ca.vitaravox.domain.audit;

import ca.vitaravox.ports.audit.AuditTrail;
import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Link;
import ca.vitaravox.ports.audit.Seal;
import ca.vitaravox.ports.audit.Verification.Fault;
import ca.vitaravox.ports.audit.Verification.Verdict;
import ca.vitaravox.ports.audit.Verification.Verdict.Broken;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;

/** One walk along a chain, from its first entry: how far it is whole. */
final class ChainWalk {
    private final Chains chains;
    private final ChainName chain;
    /** What was written since this day must be there. */
    private final LocalDate keptFrom;

    /** Where the chain ended when the walk began. */
    private final Head end;
    /** The anchors not yet passed, in order. */
    private final Deque<Head> ahead;

    private Head here;
    private long entries;
    private long retired;
    private int passed;

    ChainWalk(Chains chains, Instant now, Head end, Collection<Head> anchors) {
        this.chains = chains;
        this.chain = end.chain();
        this.keptFrom = now.atOffset(ZoneOffset.UTC).minus(AuditTrail.KEPT).toLocalDate();
        this.end = end;
        this.here = Head.before(chain);
        this.ahead = anchors.stream()
                .filter(head -> head.chain().equals(chain) && head.position() > 0)
                .sorted(Comparator.comparingLong(Head::position))
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    /** Goes on to the next link that is there; tells what is wrong with it, or with those missing before it. */
    Optional<Broken> step(Link link) {
        while (link.position() > next()) {
            Optional<Seal> seal = chains.sealedFrom(chain, next());
            Optional<Broken> gap = seal.isPresent() ? cross(seal.get()) : Optional.of(broken(next(), Fault.MISSING));
            if (gap.isPresent()) {
                return gap;
            }
        }
        Optional<Fault> fault = fault(link);
        if (fault.isPresent()) {
            return Optional.of(broken(link.position(), fault.get()));
        }
        entries++;
        return arrive(link.head());
    }

    private Optional<Fault> fault(Link link) {
        if (link.position() < next()) {
            return Optional.of(Fault.DOUBLE);
        }
        if (link.form() != Link.FORM) {
            return Optional.of(Fault.UNKNOWN_FORM);
        }
        if (!link.isWhole()) {
            return Optional.of(Fault.ALTERED);
        }
        return link.previous().equals(here.hash()) ? Optional.empty() : Optional.of(Fault.UNLINKED);
    }

    /** Goes past entries that left; of the anchors among them only one of the last can be looked at. */
    private Optional<Broken> cross(Seal seal) {
        if (!seal.previous().equals(here.hash())) {
            return Optional.of(broken(seal.first(), Fault.UNLINKED));
        }
        if (seal.month().plusMonths(1).atDay(1).isAfter(keptFrom)) {
            return Optional.of(broken(seal.first(), Fault.RETIRED_EARLY));
        }
        retired += seal.last() - seal.first() + 1;
        while (!ahead.isEmpty() && ahead.peek().position() < seal.last()) {
            ahead.remove();
        }
        return arrive(new Head(chain, seal.last(), seal.hash()));
    }

    private Optional<Broken> arrive(Head at) {
        here = at;
        if (at.position() == end.position() && !at.equals(end)) {
            return Optional.of(broken(at.position(), Fault.REWRITTEN));
        }
        while (!ahead.isEmpty() && ahead.peek().position() == at.position()) {
            if (!ahead.remove().equals(at)) {
                return Optional.of(broken(at.position(), Fault.REWRITTEN));
            }
            passed++;
        }
        return Optional.empty();
    }

    /** What was found, when there are no more links. */
    Verdict end() {
        Optional<Seal> seal = chains.sealedFrom(chain, next());
        while (seal.isPresent()) {
            Optional<Broken> gap = cross(seal.get());
            if (gap.isPresent()) {
                return gap.get();
            }
            seal = chains.sealedFrom(chain, next());
        }
        return ahead.isEmpty() && here.position() >= end.position()
                ? new Verdict.Intact(here, entries, retired, passed)
                : broken(next(), Fault.CUT_OFF);
    }

    private long next() {
        return here.position() + 1;
    }

    private Broken broken(long position, Fault fault) {
        return new Broken(chain, position, fault);
    }
}
