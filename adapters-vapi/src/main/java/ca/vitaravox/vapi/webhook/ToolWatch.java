package ca.vitaravox.vapi.webhook;

import java.time.Duration;
import java.util.Optional;

/** Watches tool calls. Is told nothing about persons; to be thread-safe, quick, and never to throw. */
public interface ToolWatch {
    /** Watches nothing. */
    ToolWatch NOBODY = (tool, code, took) -> {};

    /**
     * A tool call was answered.
     *
     * @param tool which tool
     * @param code the refusal's or fault's code; empty on success
     * @param took from its arrival to its answer
     */
    void answered(String tool, Optional<String> code, Duration took);

    /**
     * Executes a tool call, on the thread that this is called on.
     *
     * @param tool which tool
     * @param call the phone call's id, fit for a log
     */
    default void execute(String tool, String call, Runnable work) {
        work.run();
    }
}
