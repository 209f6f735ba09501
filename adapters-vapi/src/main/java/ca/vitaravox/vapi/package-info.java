/** Vapi's side of the house: the one way in for the server that hosts it, and what it needs from the rest. */
package ca.vitaravox.vapi;
