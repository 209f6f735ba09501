package ca.vitaravox.domain.simulation;

import ca.vitaravox.domain.FrontDesk;
import ca.vitaravox.ports.call.ToolReplies;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What there is on one server to build on.
 *
 * @param desk its reception
 * @param ledgers the ledgers of all servers, as this one reaches them
 * @param replies the answers of tool calls, likewise
 * @param crew runs tasks as actors of this server: they go with it
 * @param time what it takes for the time
 * @param clock the time of this town
 */
public record Premises(
        FrontDesk desk,
        FrontDesk.Ledgers ledgers,
        ToolReplies replies,
        Executor crew,
        InstantSource time,
        Scheduler clock) {}
