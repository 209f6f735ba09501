package ca.vitaravox.vapi.tool;

/**
 * What is wrong with the arguments of a tool call.
 *
 * @param field which argument
 * @param hint what is wrong with it, for the model, in English; nothing the caller said is in it
 */
record Problem(String field, String hint) {}
