/** Openings, the slots offered from them, the holds that keep a slot for one call, and appointments. */
package ca.vitaravox.ports.booking;
