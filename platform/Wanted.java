package ca.vitaravox.vapi.platform;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Something as it is to be at the voice platform.
 *
 * @param kind what it is
 * @param name our name for it among the clinic's
 * @param body what it is to be; asks for the platform's ids of other things by our names, and gets a placeholder for one
 *     that is yet to be made
 */
record Wanted(Kind kind, String name, Function<UnaryOperator<String>, ObjectNode> body) {}
