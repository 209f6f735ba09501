/** A stand-in for Vapi's REST interface on the loopback address, for tests and for trying things out. */
package ca.vitaravox.vapi.standin;
