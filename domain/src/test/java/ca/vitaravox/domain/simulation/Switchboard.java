package ca.vitaravox.domain.simulation;

/** How one server is reached: puts each question through to a receptionist. */
@FunctionalInterface
public interface Switchboard {
    /** Who answers a question, and that one alone. */
    Receptionist putThrough(Question question);
}
