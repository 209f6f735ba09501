/** Openings found in one sweep, offered and held, written into the EMR so that nothing untrue is said. */
package ca.vitaravox.domain.booking;
