/** The record of a phone call: what happened in it, what its tools answered, and how it ended. */
package ca.vitaravox.ports.call;
