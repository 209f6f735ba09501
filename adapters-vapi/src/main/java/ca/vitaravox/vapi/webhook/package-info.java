/**
 * The way in for the voice platform: who may speak to us, what a message says in any of its shapes, which clinic and
 * caller it is about, and the running of its tool calls: at once, in order where they write, once however often
 * repeated, and each answered in time.
 */
package ca.vitaravox.vapi.webhook;
