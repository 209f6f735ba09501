package ca.vitaravox.server.settings;

import ca.vitaravox.ports.clinic.Clinic;
import ca.vitaravox.server.access.Body;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a clinic has several of.
 *
 * @param name in paths and in the trail: {@code providers}
 * @param parameter what paths call the id of one: {@code provider}
 * @param of those of a clinic
 * @param with the clinic with others in their place
 * @param id the id of one
 * @param shape one as JSON
 * @param read one that was sent, read before its clinic is known
 * @param check refuses one that does not fit its clinic
 */
record ItemForm<T>(
        String name,
        String parameter,
        Function<Clinic, List<T>> of,
        BiFunction<Clinic, List<T>, Clinic> with,
        Function<T, String> id,
        Function<T, ObjectNode> shape,
        Reader<T> read,
        BiConsumer<Clinic, T> check) {
    /** Reads one that was sent. */
    @FunctionalInterface
    interface Reader<T> {
        T read(String id, Body body);
    }
}
