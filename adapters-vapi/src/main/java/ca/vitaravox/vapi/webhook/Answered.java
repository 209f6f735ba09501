package ca.vitaravox.vapi.webhook;

/**
 * A tool call with its answer.
 *
 * @param request the call
 * @param answer its answer
 */
record Answered(ToolRequest request, Answer answer) {}
