package ca.vitaravox.server.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Something that is set up for a clinic.
 *
 * @param name what the trail calls it: {@code hours}, {@code providers/101}
 * @param change puts what a function makes of it in its place, while others who do the same wait
 * @param shown how it is shown; empty while it is not there
 */
public record Setting<T>(String name, Consumer<UnaryOperator<T>> change, Function<T, Optional<ObjectNode>> shown) {}
