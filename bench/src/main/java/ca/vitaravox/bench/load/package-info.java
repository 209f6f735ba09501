/** Callers: what they send, how fast, and how long they wait. */
package ca.vitaravox.bench.load;
