package ca.vitaravox.vapi.webhook;

import ca.vitaravox.ports.clinic.CalledLine;
import java.time.Instant;

/**
 * How a message came.
 *
 * @param proof by what it got in
 * @param called the line it is about, as it says
 * @param at when it arrived
 */
record Delivery(Proof proof, CalledLine called, Instant at) {}
