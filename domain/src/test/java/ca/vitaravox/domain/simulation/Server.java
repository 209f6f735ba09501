package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.FrontDesk;

/**
 * A server: answers questions and finishes what was left, until it dies.
 *
 * @param crew what works on it
 * @param desk its reception
 * @param switchboard how callers reach it
 * @param time what it takes for the time
 */
record Server(Crew crew, FrontDesk desk, Switchboard switchboard, OwnTime time) {
    String name() {
        return crew.name();
    }

    boolean isAlive() {
        return crew.isAlive();
    }
}
