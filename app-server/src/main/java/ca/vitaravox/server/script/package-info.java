/**
 * Plays a scripted phone call against a running server, in Vapi's place: the same messages in the same order, proved
 * the same way, printed as a conversation. A script is a text file, see {@link ca.vitaravox.server.script.ScriptReader}.
 */
package ca.vitaravox.server.script;
