package ca.vitaravox.oscar.standin;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The faults that were ordered and have not happened yet. Thread-safe. */
public final class Faults {
    private static final class Order {
        private final Set<Endpoint> endpoints;
        private final Fault fault;
        private int left;

        private Order(Set<Endpoint> endpoints, Fault fault, int left) {
            this.endpoints = endpoints;
            this.fault = fault;
            this.left = left;
        }
    }

    private final List<Order> orders = new ArrayList<>();
    private CountDownLatch cleared = new CountDownLatch(1);

    Faults() {}

    /** The next requests for an endpoint, so many, go wrong; after those that were ordered for it before. */
    public synchronized void next(int count, Endpoint endpoint, Fault fault) {
        orders.add(new Order(EnumSet.of(endpoint), fault, count));
    }

    /** The next request for an endpoint goes wrong. */
    public void next(Endpoint endpoint, Fault fault) {
        next(1, endpoint, fault);
    }

    /** Every request for an endpoint goes wrong until the faults are cleared. */
    public void always(Endpoint endpoint, Fault fault) {
        next(Integer.MAX_VALUE, endpoint, fault);
    }

    /** Every request for whatever endpoint goes wrong until the faults are cleared. */
    public synchronized void everywhere(Fault fault) {
        orders.add(new Order(EnumSet.allOf(Endpoint.class), fault, Integer.MAX_VALUE));
    }

    /** Nothing goes wrong any more; what hangs or is late goes on at once. */
    public synchronized void clear() {
        orders.clear();
        cleared.countDown();
        cleared = new CountDownLatch(1);
    }

    /** The fault that is to happen to a request, if one is. */
    synchronized Optional<Mishap> take(Endpoint endpoint) {
        for (Iterator<Order> each = orders.iterator(); each.hasNext(); ) {
            Order order = each.next();
            if (order.endpoints.contains(endpoint)) {
                order.left--;
                if (order.left == 0) {
                    each.remove();
                }
                return Optional.of(new Mishap(order.fault, cleared));
            }
        }
        return Optional.empty();
    }
}
