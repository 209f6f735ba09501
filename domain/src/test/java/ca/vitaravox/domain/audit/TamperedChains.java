package ca.vitaravox.domain.audit;

import ca.vitaravox.ports.audit.ChainName;
import ca.vitaravox.ports.audit.Chains;
import ca.vitaravox.ports.audit.Head;
import ca.vitaravox.ports.audit.Link;
import ca.vitaravox.ports.audit.Seal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A chain whose links anybody may change, as the owner of a database may. */
final class TamperedChains implements Chains {
    final List<Link> links = new ArrayList<>();
    final List<Seal> seals = new ArrayList<>();
    Head head;

    TamperedChains(ChainName chain, int entries) {
        head = Head.before(chain);
        for (int i = 1; i <= entries; i++) {
            add("entry " + i);
        }
    }

    void add(String text) {
        links.add(Link.after(head, List.of(Optional.of(text), Optional.empty())));
        head = links.get(links.size() - 1).head();
    }

    Link at(long position) {
        return links.stream()
                .filter(link -> link.position() == position)
                .findFirst()
                .orElseThrow();
    }

    void replace(long position, Link other) {
        links.set(links.indexOf(at(position)), other);
    }

    void remove(long position) {
        links.remove(at(position));
    }

    /** Takes links away as retention does. */
    void retire(YearMonth month, long first, long last) {
        seals.add(new Seal(head.chain(), month, first, last, at(first).previous(), at(last).hash()));
        for (long position = first; position <= last; position++) {
            remove(position);
        }
    }

    @Override
    public List<Head> heads() {
        return List.of(head);
    }

    @Override
    public Head head(ChainName chain) {
        return chain.equals(head.chain()) ? head : Head.before(chain);
    }

    @Override
    public List<Link> links(ChainName chain, long first, int most) {
        return links.stream()
                .filter(link -> link.chain().equals(chain) && link.position() >= first)
                .sorted(Comparator.comparingLong(Link::position))
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Seal> sealedFrom(ChainName chain, long first) {
        return seals.stream().filter(seal -> seal.first() == first).findFirst();
    }
}
