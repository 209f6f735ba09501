/** Vapi's REST interface, and keeping what is set up there as a clinic's settings want it. */
package ca.vitaravox.vapi.platform;
