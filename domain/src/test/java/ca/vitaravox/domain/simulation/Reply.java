package ca.vitaravox.domain.simulation;

import java.util.Optional;

/** Where an answer arrives. */
final class Reply<T> {
    private Optional<T> answer = Optional.empty();

    void give(T given) {
        answer = Optional.of(given);
    }

    boolean isThere() {
        return answer.isPresent();
    }

    Optional<T> answer() {
        return answer;
    }
}
