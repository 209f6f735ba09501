package ca.vitaravox.oscar.rest;

import com.fasterxml.jackson.databind.JsonNode;

/** What is known after OSCAR was asked to write. The reasons are fit for a log. */
public sealed interface WriteReply {
    /**
     * OSCAR said 200.
     *
     * @param answer the first JSON value of its answer; whatever followed it, what was to be written is written
     */
    record Done(JsonNode answer) implements WriteReply {
        @Override
        public String toString() {
            return "Done";
        }
    }

    /**
     * It is certain that nothing was written, now or later.
     *
     * @param why the reason
     */
    record NotDone(String why) implements WriteReply {}

    /**
     * Nobody knows: no answer, or one of those after which OSCAR may have written.
     *
     * @param why the reason
     */
    record Unsure(String why) implements WriteReply {}
}
